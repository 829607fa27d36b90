"""``taakstelling koppel`` with all its commands."""

from optimiser.cli.dutch import DutchCommand
from optimiser.cli.koppelen.controleer import controleer
from optimiser.cli.koppelen.koppel import app
from optimiser.cli.koppelen.maand import maand
from optimiser.cli.koppelen.nareis import nareis
from optimiser.cli.koppelen.past import past
from optimiser.cli.koppelen.plan import plan
from optimiser.cli.koppelen.rollend import rollend
from optimiser.cli.koppelen.waarom import waarom

app.command("past", cls=DutchCommand)(past)
app.command("plan", cls=DutchCommand)(plan)
app.command("controleer", cls=DutchCommand)(controleer)
app.command("waarom", cls=DutchCommand)(waarom)
app.command("nareis", cls=DutchCommand)(nareis)
app.command("maand", cls=DutchCommand)(maand)
app.command("rollend", cls=DutchCommand)(rollend)
__all__ = ["app"]
