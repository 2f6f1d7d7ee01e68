from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `fault` says what is wrong and what to do about it."""

    what: str
    fault: str | None = None

    def __str__(self) -> str:
        return f"fel  {self.what}: {self.fault}" if self.fault else f"ok   {self.what}"
