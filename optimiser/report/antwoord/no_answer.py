"""GEEN OPLOSSING: what every file about a scenario that cannot close must say."""

from collections.abc import Iterable

import pandas as pd

from optimiser.report.antwoord.remedies import headline_of_refusal
from optimiser.report.antwoord.summary import conflict_sentences, repair_sentences
from optimiser.solve.optimise import Optimalisatie

#: How it starts, in files and on the screen.
NO_ANSWER = "GEEN OPLOSSING"


def refusal_lines(outcome: Optimalisatie | None) -> list[str]:
    """Return why there is no answer and the first thing that would help; nothing if there is one.

    Returns
    -------
    list of str
        The mark with the headline, the largest conflict, the first remedy.
    """
    if outcome is None or outcome.feasible:
        return []
    lines = [f"{NO_ANSWER}. {headline_of_refusal(outcome)}", *conflict_sentences(outcome)[:1]]
    return lines + [f"Wat zou helpen: {line}" for line in repair_sentences(outcome)[:1]]


def marked_table(table: pd.DataFrame, lines: Iterable[str]) -> pd.DataFrame:
    """Put the refusal in the last column of every row, so that no row looks like an answer.

    >>> marked_table(pd.DataFrame({"taakstelling": [3]}), ["GEEN OPLOSSING. Te weinig."]).iat[0, 1]
    'GEEN OPLOSSING. Te weinig.'
    >>> list(marked_table(pd.DataFrame({"taakstelling": [3]}), []))
    ['taakstelling']
    """
    told = " ".join(lines)
    return table.assign(status=told) if told else table
