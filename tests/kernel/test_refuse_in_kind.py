"""What is refused is told apart by its kind."""

import pytest

from samsyn.kernel import errors


@pytest.mark.parametrize("kind", ["NotFoundError", "NotPermittedError", "RuleBrokenError"])
def test_every_refusal_is_a_domain_error(kind: str) -> None:
    assert issubclass(getattr(errors, kind), errors.DomainError)


def test_no_kind_of_refusal_is_another() -> None:
    kinds = (errors.NotFoundError, errors.NotPermittedError, errors.RuleBrokenError)

    assert not any(issubclass(one, other) for one in kinds for other in kinds if one is not other)
