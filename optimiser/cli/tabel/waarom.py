"""``waarom``, ``verschil``, ``totalen``: one number, two answers, every total."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, numbers, options, printing
from optimiser.cli.exit_codes import stop_if_open
from optimiser.cli.scenario_file import ScenarioFile, find_questions
from optimiser.cli.vergelijken import sleutel_options
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.gegevens.gegevens import Gegevens
    from optimiser.scenario.scenario import Scenario
    from optimiser.solve.result import Verdeling

#: Most persons of a scenario, and so of a table of all totals.
_MOST = 1_000_000

Gemeente = Annotated[
    str, typer.Argument(metavar="GEMEENTE", help="Naam of code, bijvoorbeeld Groningen of GM0014.")
]
Keuze = Annotated[
    str, typer.Option(metavar="SLEUTEL", help="Sleutel, met keuzes zoals bij 'vergelijk'.")
]
EenGemeente = Annotated[
    str | None, typer.Option(metavar="NAAM", help="Alleen deze gemeente (naam of code).")
]
Tot = Annotated[
    int | None,
    typer.Option(
        parser=numbers.count,
        metavar="N",
        help="Hoogste totaal; standaard 20 personen boven het landelijke.",
    ),
]
Uit = Annotated[Path | None, typer.Option(metavar="BESTAND", help="Schrijf naar .csv of .xlsx.")]


def waarom(
    gemeente: Gemeente,
    halfjaar: options.Halfjaar,
    sleutel: Keuze = "inwoners",
    tegen: sleutel_options.Tegen = "inwoners",
    totaal: options.Totaal = None,
    afronding: options.Afronding = "adams",
    peiljaar: options.Peiljaar = None,
    indeling: options.Indeling = None,
    cijfers: options.Cijfers = None,
) -> None:
    """Leg stap voor stap uit hoe een gemeente aan haar aantal komt."""
    vraag = sleutel_options.make_vraag(
        sleutel,
        tegen,
        halfjaar=halfjaar,
        totaal=totaal,
        afronding=afronding,
        peiljaar=peiljaar,
        indeling=indeling,
    )
    figures = options.read_figures(cijfers)
    from optimiser.compare.gemeente.waarom import explain_taakstelling as explain
    from optimiser.report.antwoord.waarom import why_lines

    for keuze in vraag.keuzes:
        printing.say("\n".join(why_lines(explain(gemeente, keuze, vraag, figures))))


def verschil(
    oud: ScenarioFile,
    nieuw: ScenarioFile,
    gemeente: EenGemeente = None,
    cijfers: options.Cijfers = None,
    uit: Uit = None,
) -> None:
    """Verdeel het verschil tussen twee scenario's over zijn oorzaken.

    Oorzaken: landelijk aantal, cijfers, sleutel, afronding, uitruil en capaciteit, in deze volgorde
    één voor één veranderd; een andere volgorde geeft andere delen. Per gemeente tellen de delen
    precies op. Bij twee indelingen staan samengevoegde en gesplitste gemeenten op één regel.
    """
    from optimiser.compare import explain_difference
    from optimiser.compare.gemeente.zoek import find_gemeente
    from optimiser.report.antwoord.no_answer import marked_table, refusal_lines
    from optimiser.solve.run import solve_scenario

    (first, second), figures = find_questions((oud, nieuw), cijfers)
    answers = []

    def solve(one: "Scenario", known: "Gegevens") -> "Verdeling":
        answers.append(solve_scenario(one, known))
        return answers[-1]

    table = explain_difference(first, second, figures, solve)
    if gemeente is not None:
        table = table.loc[[find_gemeente(gemeente, table["gemeente"])]]
    if any(one.optimalisatie and not one.optimalisatie.feasible for one in answers[1:-1]):
        told = (
            "Let op: een stap tussen de twee scenario's kan niet sluiten; de delen van uitruil en "
        )
        printing.remark(f"{told}capaciteit zijn dan die van de dichtstbijzijnde verdeling.")
    if len(answers[0].gemeenten) != len(answers[-1].gemeenten):
        told = (
            "Let op: de twee scenario's hebben een andere gemeentelijke indeling; samengevoegde en "
        )
        printing.remark(f"{told}gesplitste gemeenten staan samen op één regel.")
    ends = [answers[0].optimalisatie, answers[-1].optimalisatie]
    refusal = [line for one in ends for line in refusal_lines(one)]
    written = marked_table(table.reset_index(names="gm_code"), refusal)
    _out(written, f"Van {first.naam} naar {second.naam}", uit)
    printing.remark(f"{printing.rests_on(figures)} Geen juridisch advies.")
    stop_if_open(ends)


def totalen(
    halfjaar: options.Halfjaar,
    sleutel: Keuze = "inwoners",
    tot: Tot = None,
    afronding: options.Afronding = "adams",
    peiljaar: options.Peiljaar = None,
    cijfers: options.Cijfers = None,
    uit: Uit = None,
) -> None:
    """Toon wie de volgende persoon krijgt als het landelijke totaal stijgt, voor elk totaal.

    Op het scherm de eerste twintig boven het bekende totaal; in een pijp of met --uit alle
    personen vanaf de eerste, tot en met --tot (hooguit 1.000.000).
    """
    import pandas as pd

    from optimiser.rounding.all_totals import all_totals
    from optimiser.solve.run import solve_scenario

    vraag = sleutel_options.make_vraag(sleutel, sleutel, halfjaar=halfjaar, peiljaar=peiljaar)
    figures = options.read_figures(cijfers)
    answer = solve_scenario(vraag.scenario(vraag.keuzes[0]), figures)
    highest = answer.wanted + 20 if tot is None else tot
    if not 0 < highest <= _MOST or vraag.keuzes[0].opties.gebied is not None:
        reason = (
            "--tot is 1 tot en met 1.000.000, en een sleutel in twee trappen heeft geen volgorde."
        )
        raise WrongUsageError(reden=reason, opdracht="taakstelling totalen")
    every = all_totals(dict(answer.gemeenten["aandeel"]), highest, afronding)
    codes = [every.gm_codes[i] for i in every.order]
    names = answer.gemeenten["gemeente"]
    table = pd.DataFrame(
        {"persoon": range(1, highest + 1), "gm_code": codes, "gemeente": [names[c] for c in codes]}
    )
    shown = table.tail(20) if printing.is_terminal() and uit is None else table
    _out(shown, f"Wie krijgt de volgende persoon ({halfjaar})", uit)
    printing.remark(answer.herkomst.line())


def _out(table: "pd.DataFrame", title: str, uit: Path | None) -> None:
    """Write a table to a file, the screen or a pipe."""
    from optimiser.io.writing import export
    from optimiser.teksten import signed, whole

    if uit is not None:
        sums = [c for c in table.columns if table[c].dtype.kind == "i" and c != "persoon"]
        for path in csv_form.write_table(uit, export.Sheet("Tabel", table, sums), [title]):
            printing.remark(f"Geschreven: {path}")
    elif printing.is_terminal():
        counts = [str(c) for c in table.columns if table[c].dtype.kind == "i"]
        formats = {c: whole if c in {"oud", "nieuw", "persoon"} else signed for c in counts}
        printing.show(table, title, formats)
    else:
        printing.write_csv(export.to_csv(table))
