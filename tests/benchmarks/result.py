"""What a benchmark reports: our figure, that of the plain way of doing the same, and their allowed ratio."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One measurement; ``goal`` is the largest allowed ratio of ours to baseline, both in ``unit``."""

    name: str
    ours: float
    baseline: float
    unit: str
    goal: float

    @property
    def ratio(self) -> float:
        return self.ours / self.baseline

    @property
    def met(self) -> bool:
        return self.ratio <= self.goal

    def line(self) -> str:
        """``name: ours X, baseline Y, ratio R (goal G)``."""
        ours, baseline = (f"{figure:.3g} {self.unit}" for figure in (self.ours, self.baseline))
        return f"{self.name}: ours {ours}, baseline {baseline}, ratio {self.ratio:.2f} (goal {self.goal:g})"
