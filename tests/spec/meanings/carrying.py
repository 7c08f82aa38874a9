"""What the table about proposals that live on asks."""

from rukun.musrenbang.types import MOVES, State, lives_on

STATES = {str(state.label): state for state in State}


def carrying(spec, row):
    state, year, to = STATES[row["keadaan"]], int(row["tahun usulan"]), int(row["dibawa ke"])
    may = lives_on(state, year, to) and State.DRAFT in MOVES[state]
    after = State.DRAFT if may else state
    return {
        "boleh": "ya" if may else "tidak",
        "keadaan sesudahnya": str(after.label),
        "tahun sesudahnya": str(to if may else year),
    }


MEANINGS = {("bawa", "bawa"): carrying}
