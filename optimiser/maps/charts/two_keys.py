"""Two keys as pictures: old against new with the 45-degree line, and the spread of the changes."""

from collections.abc import Sequence
from textwrap import wrap

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from optimiser.maps.charts.histogram_svg import bins
from optimiser.maps.charts.svg import FEWER, MORE, SAME
from optimiser.teksten import decimal, signed, whole

_NAMED = 6


def draw_scatter(table: pd.DataFrame, titels: tuple[str, str], footer: Sequence[str]) -> Figure:
    """Draw every gemeente by its old and new number, both on a logarithmic scale.

    Parameters
    ----------
    table
        ``gemeente``, ``was``, ``wordt`` [personen]; as ``compare.uitschieters.changes`` returns.
    titels
        Names of the old and the new key.
    footer
        Source lines below the picture.

    Returns
    -------
    matplotlib.figure.Figure
        Not shown, not saved. A gemeente on the line keeps its number; zero is drawn at the edge.
    """
    figure = Figure(figsize=(8, 8), layout="constrained")
    axes = figure.subplots()
    was, wordt = (table[c].clip(lower=0.5).astype(float) for c in ("was", "wordt"))
    low, high = 0.45, max(was.max(), wordt.max()) * 1.3
    axes.plot([low, high], [low, high], color="#333333", linewidth=1, label="gelijk aantal")
    kinds = (("meer personen", 1, MORE, "^"), ("minder personen", -1, FEWER, "v"))
    sign = np.sign(table["wordt"].astype(int) - table["was"].astype(int))
    for name, side, colour, marker in (*kinds, ("evenveel", 0, SAME, "o")):
        chosen = sign == side
        count = int(chosen.sum())
        label = f"{name} ({whole(count)} gemeente{'' if count == 1 else 'n'})"
        axes.scatter(was[chosen], wordt[chosen], s=18, color=colour, marker=marker, label=label)
    _name_outliers(axes, table, was, wordt)
    axes.set(xscale="log", yscale="log", xlim=(low, high), ylim=(low, high), aspect="equal")
    axes.set_xlabel(f"personen onder: {titels[0]}")
    axes.set_ylabel(f"personen onder: {titels[1]}")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(FuncFormatter(lambda v, _: decimal(v, 0 if v >= 1 else 1)))
    axes.legend(loc="upper left", frameon=False)
    return _finish(figure, axes, "Boven de lijn: meer personen; eronder: minder", footer)


def _name_outliers(axes: Axes, table: pd.DataFrame, was: pd.Series, wordt: pd.Series) -> None:
    """Name the gemeenten with the largest changes, each on its own side of the line."""
    change = (table["wordt"].astype(int) - table["was"].astype(int)).abs()
    for row in change.nlargest(_NAMED).index:
        if change[row] == 0:
            continue
        above = wordt[row] > was[row]
        axes.annotate(
            str(table.at[row, "gemeente"]),
            (was[row], wordt[row]),
            xytext=(-7, 4) if above else (7, -4),
            textcoords="offset points",
            ha="right" if above else "left",
            va="bottom" if above else "top",
            fontsize=8,
        )


def draw_histogram(table: pd.DataFrame, titel: str, footer: Sequence[str]) -> Figure:
    """Draw how many gemeenten change by how many persons per 1.000 inhabitants.

    Parameters
    ----------
    table
        ``verschil_per_1000``; as ``compare.uitschieters.changes`` returns.
    titel
        Name of the new key.
    footer
        Source lines below the picture.
    """
    figure = Figure(figsize=(8, 5), layout="constrained")
    axes = figure.subplots()
    edges, counts = bins(table["verschil_per_1000"].astype(float).to_numpy())
    middles = (edges[:-1] + edges[1:]) / 2
    step = edges[1] - edges[0]
    colours = [MORE if m > step / 2 else FEWER if m < -step / 2 else SAME for m in middles]
    axes.bar(middles, counts, width=step * 0.92, color=colours)
    axes.axvline(0, color="#333333", linewidth=1)
    axes.set_xlabel("verandering per 1.000 inwoners (de buitenste staven: dit of meer)")
    axes.set_ylabel("aantal gemeenten")
    axes.xaxis.set_major_formatter(FuncFormatter(lambda v, _: signed(round(v, 6), 2)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda v, _: whole(round(v))))
    return _finish(figure, axes, f"Verandering per gemeente onder: {titel}", footer)


def _finish(figure: Figure, axes: Axes, title: str, footer: Sequence[str]) -> Figure:
    axes.set_title(title, loc="left", fontsize=12)
    axes.grid(visible=True, color="#d0d0d0", linewidth=0.5)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    lines = [part for line in footer for part in wrap(line, 125)]
    figure.supxlabel("\n".join(lines), fontsize=7, ha="left", x=0.02)
    return figure
