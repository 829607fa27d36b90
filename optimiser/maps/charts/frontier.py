"""The frontier as a chart: fairness against persons moved."""

from collections.abc import Sequence
from io import BytesIO

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from optimiser.teksten import decimal, whole


def draw_frontier(points: pd.DataFrame, footer: Sequence[str]) -> Figure:
    """Draw how fair the distribution can be for every number of persons moved.

    Parameters
    ----------
    points
        ``verplaatst`` [personen] and ``afwijking`` (sum of squares over the exact share).
    footer
        Source lines below the chart.

    Returns
    -------
    matplotlib.figure.Figure
        Not shown, not saved.
    """
    figure = Figure(figsize=(8, 5), layout="constrained")
    axes = figure.subplots()
    marker = "o" if len(points) == 1 else None
    axes.plot(
        points["verplaatst"], points["afwijking"], color="#154273", linewidth=2, marker=marker
    )
    axes.set_xlabel("verplaatste personen (hooguit)")
    axes.set_ylabel("afwijking van het exacte aandeel (lager is eerlijker)")
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: whole(round(value))))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: decimal(round(value, 6), 2)))
    axes.grid(visible=True, color="#d0d0d0", linewidth=0.6)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    first, last = points.iloc[0], points.iloc[-1]
    title = (
        f"Van {whole(round(first['verplaatst']))} tot {whole(round(last['verplaatst']))} "
        "verplaatste personen"
    )
    axes.set_title(title, loc="left", fontsize=12)
    figure.supxlabel("\n".join(footer), fontsize=7, ha="left", x=0.02, wrap=True)
    return figure


def to_png(figure: Figure) -> bytes:
    """Return the chart as PNG, 150 dots per inch."""
    out = BytesIO()
    figure.savefig(out, format="png", dpi=150, metadata={"Software": None})
    return out.getvalue()
