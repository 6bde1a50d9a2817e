"""A fitted blend of rules and one relation model, with what it rests on, as a JSON file that reads back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from math import isfinite
from pathlib import Path
from typing import Any

from compare.check.calibrate import Quality, best_balance, compared, fit
from compare.check.goldset import GoldSet
from compare.check.measure import VERDICTS
from compare.check.opinions import opinions
from compare.embed import load_embedder
from compare.errors import InputError, SettingsError
from compare.relate import load_relation_model
from compare.relate.rules import Rules
from compare.settings import UNCALIBRATED, RelationBlend, Settings

FORMAT = 1


@dataclass(frozen=True)
class Calibration:
    """How much one relation model counts beside the rules."""

    model: str
    """Its name with the hash of its weights: a blend is of use to no other."""
    engine: str
    """Version of compare by which it was fitted."""
    blend: RelationBlend
    balance: float
    """The power of rarity by which a link was weighed."""
    sets: Mapping[str, int] = field(default_factory=dict)
    """Links of gold by the name of their set."""
    quality: Mapping[str, Quality] = field(default_factory=dict)
    """By what was listened to."""

    def blend_for(self, model: str) -> RelationBlend:
        """The blend. Raises SettingsError where it was fitted for another model than this one."""
        if model != self.model:
            what = f"the calibration is for {self.model}, not for {model}"
            raise SettingsError(what, "--calibration", "make one for it with compare calibrate")
        return self.blend

    def dumps(self) -> bytes:
        """The file."""
        numbers = {name: _rounded(value) for name, value in asdict(self.blend).items()}
        quality = {name: _rounded(asdict(one)) for name, one in self.quality.items()}
        held = {"format": FORMAT, **asdict(self), "blend": numbers, "quality": quality}
        return (json.dumps(held, indent=1, ensure_ascii=False) + "\n").encode()


def calibrated(
    sets: Sequence[GoldSet], relation_model: str, progress: Callable[[str], None] = lambda stage: None
) -> Calibration:
    """How much the relation model of that name counts. Raises InputError or ModelError."""
    progress("loading")
    settings = Settings()
    model = load_relation_model(relation_model, settings)
    said = opinions(sets, load_embedder("minilm"), Rules(settings), model, progress)
    progress("fitting")
    balance = best_balance(said)
    return Calibration(
        model=model.name,
        engine=version("compare-sources"),
        blend=fit(said, balance),
        balance=balance,
        sets=dict(sorted(Counter(said.sets).items())),
        quality=compared(said, UNCALIBRATED, balance),
    )


def _rounded(value: Any) -> Any:
    """To six digits: more of them depend on the order of the sets."""
    if isinstance(value, Mapping):
        return {name: _rounded(one) for name, one in value.items()}
    return round(value, 6)


def load_calibration(path: Path) -> Calibration:
    """Read a file that `compare calibrate` wrote. Raises InputError where it is none, or broken."""
    try:
        loaded = json.loads(path.read_text("utf-8"))
        if loaded["format"] != FORMAT:
            raise ValueError(f"format {loaded['format']}, not {FORMAT}")
        return Calibration(
            model=_text(loaded["model"]),
            engine=_text(loaded["engine"]),
            blend=_blend(loaded["blend"]),
            balance=float(loaded["balance"]),
            sets=dict(loaded["sets"]),
            quality={name: Quality(**one) for name, one in loaded["quality"].items()},
        )
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(
            f"the calibration cannot be read: {reason}", str(path), "make one with compare calibrate"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"this is no calibration: {error}", str(path), "make one with compare calibrate") from error


def _blend(read: Mapping[str, Any]) -> RelationBlend:
    bias: dict[str, float] = {relation: float(read["bias"][relation]) for relation in VERDICTS}
    blend = RelationBlend(float(read["rules"]), float(read["model"]), bias)
    if not all(map(isfinite, (blend.rules, blend.model, *bias.values()))) or min(blend.rules, blend.model) < 0:
        raise ValueError("a factor that is negative or no number")
    return blend


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
