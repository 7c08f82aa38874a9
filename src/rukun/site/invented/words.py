"""Words the inventor picks from."""

MALE = (
    "Adi Agus Ahmad Andi Arif Asep Bagus Bambang Bayu Budi Dedi Dimas Edi Eko Fajar Feri Gilang Hadi "
    "Hasan Hendra Heri Imam Indra Irfan Iwan Jaka Joko Kadir Karno Kurnia Lukman Made Mahmud Maman "
    "Muhammad Mulyadi Nanang Nur Oding Putra Rahmat Ridwan Rizki Rudi Rusdi Samsul Slamet Suparman Supri "
    "Surya Syahrul Taufik Tono Udin Ujang Usman Wahyu Wawan Yanto Yusuf Zainal"
).split()
FEMALE = (
    "Aisyah Ani Aminah Ayu Citra Dewi Diah Dina Endang Erna Fatimah Fitri Halimah Hamidah Indah Ida Intan "
    "Jamilah Kartika Lastri Lestari Lina Maimunah Mariani Maya Megawati Mira Murni Nani Ningsih Nur "
    "Nurhayati Putri Rahayu Ratna Rina Rohani Rosmini Rukmini Sari Sinta Siti Sri Sulastri Sumiati "
    "Suryani Susi Tini Titin Tuti Umi Wahyuni Wati Winarti Wulan Yanti Yuliana Yuni Zahra Zubaidah"
).split()
FAMILY = "Rekaan Contoh Peraga Umpama Khayal Andaikan Misalnya Ibarat Karangan Konon".split()
PLACES = "Sumber Rekaan,Muara Contoh,Bukit Umpama,Tanjung Khayal,Teluk Peraga".split(",")
STREETS = "Gang Melati,Gang Mawar,Gang Kenanga,Jalan Poros,Jalan Dermaga,Gang Anggrek".split(",")
RELIGIONS = (("Islam", 88), ("Kristen", 6), ("Katolik", 3), ("Hindu", 2), ("Buddha", 1))
