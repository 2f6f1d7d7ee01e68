from samsyn.exchange.api import File, read
from tests.exchange.files import HEAD


def test_one_sees_how_far_the_reading_has_come() -> None:
    persons = "".join(f"  p-{n}: {{given_name: A, family_name: B}}\n" for n in range(3_000))
    file = File("a.yaml", f"{HEAD}persons:\n{persons}".encode())
    steps: list[int] = []

    read([file], advance=steps.append)

    assert len(steps) > 5
    assert all(step >= 0 for step in steps)
    assert sum(steps) == file.size
