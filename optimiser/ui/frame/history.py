"""One undo and one redo for all that a session keeps as text, and what of it the address carries.

A step is the change of one text: the scenario, the agreements, the region. They stand in one line,
so that the last thing done is the first taken back, on whichever page it was done.
"""

from dataclasses import dataclass

import streamlit as st

#: Most steps that can be undone.
STEPS = 50
_BACK, _AHEAD = "_stappen_terug", "_stappen_vooruit"
Step = tuple[str, str]


class History:
    """The steps behind and ahead of the texts in session state."""

    def record(self, key: str, after: str, start: str | None = None) -> bool:
        """Change a text; the one before can be had back, what was undone is forgotten.

        Parameters
        ----------
        key
            Where the text is kept.
        after
            What it becomes.
        start
            What it is while it is not kept yet; None where the first text is no step.

        Returns
        -------
        bool
            Whether it is another text than before.
        """
        before = st.session_state.get(key, start)
        if before == after:
            return False
        if before is not None:
            self._push(_BACK, (key, before))
        st.session_state[_AHEAD] = []
        st.session_state[key] = after
        return True

    def next_undo(self) -> str | None:
        """Return the key of the text that undo changes; None if there is nothing to take back."""
        return self._top(_BACK)

    def next_redo(self) -> str | None:
        """Return the key of the text that redo changes; None if nothing was taken back."""
        return self._top(_AHEAD)

    def undo(self) -> None:
        """Take the last change back."""
        self._move(_BACK, _AHEAD)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._move(_AHEAD, _BACK)

    def _move(self, source: str, target: str) -> None:
        steps = self._steps(source)
        if not steps:
            return
        key, text = steps[-1]
        st.session_state[source] = steps[:-1]
        self._push(target, (key, str(st.session_state[key])))
        st.session_state[key] = text

    def _push(self, side: str, step: Step) -> None:
        st.session_state[side] = [*self._steps(side), step][-STEPS:]

    def _top(self, side: str) -> str | None:
        steps = self._steps(side)
        return steps[-1][0] if steps else None

    def _steps(self, side: str) -> list[Step]:
        return list(st.session_state.get(side, []))


#: Of everything in this session: there is one.
HISTORY = History()


@dataclass(frozen=True, slots=True)
class AddressPart:
    """A text in the address.

    A page drawn fast after another may still carry an older address of this session; that one must
    not win from what the user did since.

    Attributes
    ----------
    parameter
        Its name in the address.
    """

    parameter: str

    def brought(self) -> str | None:
        """Return what the address says, once, unless this session wrote it there itself."""
        text = st.query_params.get(self.parameter)
        if text is None or text in self._written():
            return None
        self._remember(text)
        return text

    def write(self, text: str | None) -> None:
        """Put a text in the address, or take it out."""
        if text is None:
            st.query_params.pop(self.parameter, None)
        elif st.query_params.get(self.parameter) != text:
            self._remember(text)
            st.query_params[self.parameter] = text

    def _remember(self, text: str) -> None:
        st.session_state[self._key] = [*self._written(), text][-4 * STEPS :]

    def _written(self) -> list[str]:
        return list(st.session_state.get(self._key, []))

    @property
    def _key(self) -> str:
        return f"_adres_{self.parameter}"
