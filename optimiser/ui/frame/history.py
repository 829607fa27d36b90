"""Undo and redo of one thing that is kept as text: the same everywhere."""

from dataclasses import dataclass

import streamlit as st

#: Most steps that can be undone.
STEPS = 50


@dataclass(frozen=True, slots=True)
class History:
    """The steps behind and ahead of a text in session state.

    Attributes
    ----------
    key
        Where the text itself is kept; its steps are kept beside it.
    """

    key: str

    def record(self, after: str) -> None:
        """Change the text; the one before can be had back, what was undone is forgotten."""
        before = st.session_state.get(self.key)
        if before == after:
            return
        if before is not None:
            self._keep("terug", before)
        st.session_state[self._name("vooruit")] = []
        st.session_state[self.key] = after

    def can_undo(self) -> bool:
        """Tell whether there is a change to take back."""
        return bool(self._steps("terug"))

    def can_redo(self) -> bool:
        """Tell whether there is a change that was taken back."""
        return bool(self._steps("vooruit"))

    def undo(self) -> None:
        """Go back to the text before the last change."""
        self._step("terug", "vooruit")

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._step("vooruit", "terug")

    def _step(self, source: str, target: str) -> None:
        steps = self._steps(source)
        if not steps:
            return
        self._keep(target, st.session_state[self.key])
        st.session_state[self.key] = steps[-1]
        st.session_state[self._name(source)] = steps[:-1]

    def _keep(self, side: str, text: str) -> None:
        st.session_state[self._name(side)] = [*self._steps(side), text][-STEPS:]

    def _steps(self, side: str) -> list[str]:
        return list(st.session_state.get(self._name(side), []))

    def _name(self, side: str) -> str:
        return f"{self.key}_{side}"
