"""The commands of the net, run in one folder: a later one may read an earlier file."""

HALFJAAR = ("--halfjaar", "2025-2")
SITUATION = (*HALFJAAR, "--scenario", "plafond-12")
WHO = ("--wie", "Jan", "--register", "r.sqlite")

#: Written before the first command.
FILES = {
    "goed.csv": "uitruil,gm_code,verschil\nRuil,GM0183,-8\nRuil,GM0173,8\n",
    "fout.csv": "uitruil,gm_code,verschil\nRuil,GM0183,-8\nRuil,GM0173,9\n",
    "opvang.csv": "uitruil,gm_code,verschil,plekken\nRuil,GM0183,-8,40\nRuil,GM0173,8,-40\n",
}

READY = (
    "wettelijk",
    "twee-vast",
    "plafond-12",
    "plafond-10",
    "plafond-10-land",
    "plafond-10-land-20",
    "plafond-8-land",
    "tussenvoorziening-zeeland",
)

COMMANDS = (
    "",
    "--versie",
    "verdeel",
    "verdeel app",
    "verdeel --halfjaar 2025-2",
    "verdeel --halfjaar 2025-2 --per provincie",
    "verdeel --halfjaar 2021-1 --per veiligheidsregio --afronding hamilton",
    "verdeel --halfjaar 2025-2 --sleutel woningvoorraad --totaal 10000 --uit verdeel.csv",
    "verdeel --halfjaar 2025-2 --sleutel gemengd --optie inwoners=60 --optie huishoudens=40",
    "verdeel --halfjaar 2025-2 --uit verdeel.xlsx",
    "verdeel --halfjaar 2025-2 --sleutel mooi",
    "verdeel --halfjaar 2099-1",
    "sleutels",
    "gegevens",
    "gegevens --controle",
    "herleid --halfjaar 2021-1",
    "vergelijk --halfjaar 2025-2",
    "vergelijk --halfjaar 2025-2 --toon sleutels",
    "vergelijk --halfjaar 2025-2 --sleutels woningvoorraad --toon provincie",
    "vergelijk --halfjaar 2025-2 --sleutels woningvoorraad --toon splitsing",
    "vergelijk --halfjaar 2025-2 --sleutels woningvoorraad --toon uitschieters",
    "vergelijk --halfjaar 2025-2 --sleutels woningvoorraad --toon overname",
    "vergelijk --halfjaar 2025-2 --sleutels woningvoorraad --uit vergelijk",
    "vergelijk --halfjaar 2025-2 --sleutels mooi",
    "waarom Groningen --halfjaar 2025-2 --sleutel gemengd:inwoners=60+huishoudens=40",
    "waarom",
    "waarom GM9999 --halfjaar 2025-2",
    "verschil wettelijk plafond-12",
    "verschil wettelijk plafond-12 --gemeente Zeist",
    "mengen --halfjaar 2025-2",
    "mengen --halfjaar 2025-2 --toon verplaatst",
    "totalen --halfjaar 2025-2 --tot 200",
    "onzekerheid --halfjaar 2025-2 --sleutels inwoners,woningvoorraad --trekkingen 200 --kernen 1"
    " --uit onzeker",
    "onzekerheid --halfjaar 2025-2 --toon aannames",
    *(f"optimaliseer {name} --uit {name}" for name in READY),
    "optimaliseer plafond-12 --prijzen",
    "optimaliseer bestaat-niet",
    "controleer plafond-12/resultaat.json",
    "grens plafond-12 --uit grens",
    "kaart --halfjaar 2025-2 --uit kaart.svg",
    "kaart --halfjaar 2025-2 --sleutel woningvoorraad --tegen inwoners --weergave tegel"
    " --labels 4 --uit tegel.svg",
    "kaart plafond-12 --meting uitruil --regio provincie --formaat dia --uit uitruil.png",
    "kaart --halfjaar 2025-2 --methode natuurlijk --klassen 5 --thema druk --uit kaart.gpkg",
    "lrt plafond-12 --uit lrt.pptx",
    "lrt plafond-12 --sleutels woningvoorraad --uit lrt.pdf",
    "lrt plafond-12 --uit lrt.xlsx",
    f"uitruil toets goed.csv {' '.join(SITUATION)}",
    f"uitruil toets fout.csv {' '.join(SITUATION)}",
    f"uitruil toets goed.csv {' '.join(SITUATION)} --maat mooi",
    f"uitruil zoek {' '.join(SITUATION)} --regio Drechtsteden",
    f"uitruil zoek {' '.join(SITUATION)} --gebied corop --regio Twente --partners 1"
    " --uit zoek.xlsx",
    f"uitruil zoek {' '.join(SITUATION)} --regio Drechtsteden --doel last --kies personen",
    f"uitruil besluit goed.csv {' '.join(SITUATION)} --uit stukken",
    "controleer stukken/ruilbewijs.json",
    f"uitruil opvang opvang.csv {' '.join(HALFJAAR)} --uit opvang.pdf",
    f"uitruil register voeg-toe goed.csv {' '.join(HALFJAAR)} --terug 2026-1 {' '.join(WHO)}",
    f"uitruil register status 1 akkoord --versie 1 {' '.join(WHO)}",
    f"uitruil register status 1 gemeld --versie 1 {' '.join(WHO)}",
    f"uitruil register status 1 gemeld --versie 2 {' '.join(WHO)}",
    f"uitruil register verwerk 1 2025-2 --versie 3 {' '.join(WHO)}",
    "uitruil register toon --register r.sqlite",
    "uitruil register historie 1 --register r.sqlite",
    "uitruil register open --nu 2026-2 --register r.sqlite",
    f"uitruil toets goed.csv {' '.join(SITUATION)} --register r.sqlite",
    *(
        f"{name} --help"
        for name in [
            "app",
            "verdeel",
            "vergelijk",
            "waarom",
            "verschil",
            "mengen",
            "onzekerheid",
            "totalen",
            "optimaliseer",
            "grens",
            "kaart",
            "lrt",
            "controleer",
            "herleid",
            "sleutels",
            "gegevens",
            "uitruil",
        ]
    ),
    *(f"uitruil {name} --help" for name in ["toets", "zoek", "besluit", "opvang", "register"]),
)

#: Pages of the app by address, with what else stands in the address.
PAGES: tuple[tuple[str, dict[str, str]], ...] = (
    ("", {}),
    ("", {"scenario": 'halfjaar = "2021-1"\n'}),
    ("vergelijken", {}),
    ("optimaliseren", {}),
    ("uitruil", {"afspraken": '[["Ruil","GM0183",-8],["Ruil","GM0173",8]]'}),
    ("lrt", {}),
    ("gegevens", {}),
    ("uitleg", {}),
)
