"""The reader that a name stands for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from watchfloor.cli.options import ReaderName
from watchfloor.errors import WatchfloorError
from watchfloor.reading.choice import READERS, Accountable, reader_named


def test_the_command_line_has_the_same_names() -> None:
    """Every reader can be chosen there and no other, and the usual one is the same."""
    assert tuple(ReaderName) == READERS


def test_names_tell_readers_apart() -> None:
    """Each reader names itself, so that a store keeps its readings apart; those without a network owe no account."""
    trained, rules = reader_named(), reader_named("rules")
    assert trained.name == reader_named("trained").name != rules.name
    assert not isinstance(trained, Accountable)
    assert not isinstance(rules, Accountable)


def test_no_other_name_is_one() -> None:
    """An unknown name is the programmer's mistake and is answered with the known ones."""
    with pytest.raises(ValueError, match="trained, rules, llm"):
        reader_named("guess")


def test_an_endpoint_has_to_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the variables the second reader can't be had, and one line says which."""
    for name in ("BASE_URL", "MODEL", "API_KEY"):
        monkeypatch.delenv(f"WATCHFLOOR_LLM_{name}", raising=False)
    with pytest.raises(WatchfloorError, match="WATCHFLOOR_LLM_BASE_URL"):
        reader_named("llm")


@pytest.mark.parametrize("name", ["trained", "rules"])
def test_no_other_reader_loads_anything_of_a_network(name: str) -> None:
    """Reading with the shipped readers loads neither the client nor the package that asks."""
    code = (
        "import sys, socket\n"
        "socket.socket.connect = None\n"
        "from datetime import UTC, datetime\n"
        "from watchfloor.model.document import Document\n"
        "from watchfloor.reading.choice import reader_named\n"
        f"reader = reader_named({name!r})\n"
        "reader.read(Document('0' * 64, 'EXERCISE. The ferry sailed, Ida Rask said.', 'x', 'text/plain', datetime.now(UTC)))\n"
        "sys.exit(any(module.split('.')[0] == 'openai' or 'reading.llm' in module for module in sys.modules))\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
