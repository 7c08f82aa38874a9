"""The fourteen criteria as plain data for tests; the rule in force lives in a dated parameter file."""

LABOURERS = ["farm_labourer", "building_labourer", "estate_labourer", "fisher"]

BPS14 = {
    "key": "bps14/test@2005",
    "since": "2005-01-01",
    "threshold": 9,
    "criteria": [
        {"code": "floor_area_pc", "id": "Luas lantai", "en": "Floor area", "fact": "floor_area_per_person", "below": 8},
        {"code": "floor_type", "fact": "floor", "among": ["earth", "bamboo", "cheap_wood"]},
        {"code": "wall_type", "fact": "wall", "among": ["bamboo", "thatch", "low_grade_wood", "unplastered_brick"]},
        {"code": "toilet", "fact": "toilet", "among": ["none", "shared", "public"]},
        {"code": "lighting", "fact": "lighting", "among": ["none", "oil_lamp", "candle"]},
        {
            "code": "drinking_water",
            "fact": "drinking_water",
            "among": ["unprotected_well", "unprotected_spring", "river", "rain"],
        },
        {"code": "cooking_fuel", "fact": "cooking_fuel", "among": ["firewood", "charcoal", "kerosene"]},
        {"code": "protein", "fact": "protein_per_week", "at_most": 1},
        {"code": "clothes", "fact": "new_clothes_per_year", "at_most": 1},
        {"code": "meals", "fact": "meals_per_day", "at_most": 2},
        {"code": "health_cost", "fact": "can_pay_clinic", "among": [False]},
        {
            "code": "head_income",
            "any_of": [
                {"fact": "head_job", "among": LABOURERS},
                {"all_of": [{"fact": "head_job", "among": ["farmer"]}, {"fact": "head_land_m2", "at_most": 500}]},
                {
                    "all_of": [
                        {"fact": "head_job", "among": ["other", "none"]},
                        {"fact": "head_income_month", "below": 600_000},
                    ]
                },
            ],
        },
        {"code": "head_education", "fact": "head_education", "among": ["none", "sd_unfinished", "sd"]},
        {"code": "assets", "fact": "sellable_assets", "below": 500_000},
    ],
}

POOR = {
    "floor_area_per_person": 6,
    "floor": "earth",
    "wall": "bamboo",
    "toilet": "none",
    "lighting": "oil_lamp",
    "drinking_water": "river",
    "cooking_fuel": "firewood",
    "protein_per_week": 0,
    "new_clothes_per_year": 1,
    "meals_per_day": 2,
    "can_pay_clinic": False,
    "head_job": "farm_labourer",
    "head_land_m2": 0,
    "head_income_month": 400_000,
    "head_education": "sd",
    "sellable_assets": 0,
}

BETTER = {
    "floor_area_per_person": 12,
    "floor": "cement",
    "wall": "plastered_brick",
    "toilet": "own",
    "lighting": "pln",
    "drinking_water": "piped",
    "cooking_fuel": "gas",
    "protein_per_week": 3,
    "new_clothes_per_year": 2,
    "meals_per_day": 3,
    "can_pay_clinic": True,
    "head_job": "other",
    "head_land_m2": 1000,
    "head_income_month": 3_000_000,
    "head_education": "smp",
    "sellable_assets": 2_000_000,
}
