"""Why one gemeente gets its number in one half-year, in sentences that add up."""

from optimiser.lp.jaren.years import YearsAnswer
from optimiser.teksten import decimal, signed, whole
from optimiser.teksten.zinnen import sentence
from optimiser.tijd.jaren.answer import late_of
from optimiser.tijd.jaren.question import YearsQuestion
from optimiser.tijd.jaren.room import find_shortage
from optimiser.tijd.jaren.tables import shortage_sentence


def explain_cell(answer: YearsAnswer, question: YearsQuestion, gm_code: str, t: int) -> list[str]:
    """Explain claim, number after exchange, room and achterstand of one gemeente and half-year.

    Parameters
    ----------
    answer
        Of its exchange area.
    question
        The whole question.
    gm_code, t
        Which gemeente, and which half-year of the horizon.

    Returns
    -------
    list of str
        Dutch; every number comes back in the account of the achterstand.
    """
    region = answer.region
    g = region.gm_codes.index(gm_code)
    naam = str(question.table.at[gm_code, "gemeente"])
    statutory, asked = question.statutory[t][gm_code], answer.asked[g][t]
    claim = question.shares[t][gm_code] * question.totals[t]
    facts: dict[str, object] = {"gemeente": naam, "halfjaar": str(question.halfjaren[t])}
    facts |= {"gebied": region.naam, "aanspraak": decimal(float(claim), 2)}
    facts |= {"wettelijk": statutory, "taakstelling": asked, "verschil": signed(asked - statutory)}
    lines = [sentence("meerjaren_uitleg", "aanspraak", facts), _room(answer, question, g, t)]
    before = answer.residents[g][t - 1] if t else 0
    moved = max(0, before - answer.residents[g][t])
    if moved:
        lines.append(sentence("meerjaren_uitleg", "doorstroom", {"aantal": moved}))
    begin = answer.late[g][t - 1] if t else region.achterstand[g]
    end = answer.late[g][t]
    account = {"begin": begin, "taakstelling": asked, "eind": end}
    account["gehuisvest"] = begin + asked - end
    lines.append(sentence("meerjaren_uitleg", "rekening", account))
    if why := _why(answer, question, g, t):
        lines.append(why)
    return lines


def _room(answer: YearsAnswer, question: YearsQuestion, g: int, t: int) -> str:
    region, places = answer.region, ""
    if region.places[g][t]:
        open_now = {"plekken": region.places[g][t], "bewoners": answer.residents[g][t]}
        places = sentence("meerjaren_uitleg", "plekken", open_now)
    if region.gm_codes[g] not in question.dwellings:
        return sentence("meerjaren_uitleg", "ruimte_vrij", {"plekken": places})
    facts = {"woningen": whole(region.dwellings[g][t]), "plekken": places}
    return sentence("meerjaren_uitleg", "ruimte", facts)


def _why(answer: YearsAnswer, question: YearsQuestion, g: int, t: int) -> str:
    """Tell what binds: the area is short, or the gemeente takes over from or gives to others."""
    region = answer.region
    code = region.gm_codes[g]
    short = find_shortage(
        region.naam,
        region.needed,
        [sum(column) for column in zip(*region.dwellings, strict=True)],
        [sum(column) for column in zip(*region.places, strict=True)],
        sum(region.achterstand),
    )
    if short is not None and short.first <= t <= short.last:
        told = shortage_sentence(short, question)
        return sentence("meerjaren_uitleg", "knelt", {"zin": told})
    change = answer.asked[g][t] - question.statutory[t][code]
    if not change or late_of(answer)[t]:
        return ""
    facts = {"gebied": region.naam, "gemeente": str(question.table.at[code, "gemeente"])}
    does = f"neemt er {whole(change)} over" if change > 0 else f"geeft er {whole(-change)} weg"
    return sentence("meerjaren_uitleg", "ruilt", facts | {"doet": does})
