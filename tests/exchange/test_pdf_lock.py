"""A page behind a password: with it everything is there, without it nothing is, not even the title."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PasswordType, PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from bonecoach.core.errors import InvalidEntry
from bonecoach.exchange.pdf_lock import LONGEST_BYTES, locked, password_in, password_typed


@pytest.fixture
def page():
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_metadata({"/Title": "Summary for my appointment"})
    writer.root_object[NameObject("/Lang")] = TextStringObject("en")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("password", ["correct horse", "pässwörd ünd mehr", "日本語のパスワード", "a"])
def test_only_the_password_opens_it(page, password):
    data = locked(page, password)
    assert b"Summary" not in data
    reader = PdfReader(BytesIO(data))
    assert reader.is_encrypted
    assert reader.decrypt("another one") is PasswordType.NOT_DECRYPTED
    assert reader.decrypt(password) is not PasswordType.NOT_DECRYPTED
    assert (len(reader.pages), reader.metadata.title, reader.root_object["/Lang"]) == (
        1, "Summary for my appointment", "en",
    )  # fmt: skip


def test_it_is_aes_with_256_bits(page):
    rules = PdfReader(BytesIO(locked(page, "correct horse"))).trailer["/Encrypt"]
    assert (rules["/V"], rules["/R"], rules["/Length"]) == (5, 6, 256)
    assert rules["/CF"]["/StdCF"]["/CFM"] == "/AESV3"


@pytest.mark.parametrize(
    ("held", "password"),
    [
        (b"correct horse\n", "correct horse"),
        (b"correct horse\r\nsecond line", "correct horse"),
        (b" spaces stay ", " spaces stay "),
        ("\ufeffpäss\n".encode(), "päss"),
        (b"x" * LONGEST_BYTES, "x" * LONGEST_BYTES),
    ],
)
def test_the_password_is_the_first_line_of_a_file(tmp_path, held, password):
    (tmp_path / "password").write_bytes(held)
    assert password_in(tmp_path / "password") == password


@pytest.mark.parametrize(
    ("held", "code"),
    [
        (b"", "empty_password"),
        (b"\nsecond", "empty_password"),
        (b"x" * (LONGEST_BYTES + 1), "long_password"),
        (b"x" * 1_000_000, "long_password"),
        (b"\xff\xfe", "unreadable_password"),
        (b"a\x00b", "unreadable_password"),
    ],
)
def test_what_is_no_password_is_refused(tmp_path, held, code):
    (tmp_path / "password").write_bytes(held)
    with pytest.raises(InvalidEntry, match=code):
        password_in(tmp_path / "password")


@pytest.mark.parametrize("name", ["not there", "a\0b", "."])
def test_a_file_that_cannot_be_read_is_refused(tmp_path, name):
    with pytest.raises(InvalidEntry, match="no_password_file"):
        password_in(tmp_path / name)


@pytest.mark.parametrize("password", ["a", "correct horse", " spaces stay ", "pässwörd", "日本語", "x" * LONGEST_BYTES])
def test_a_password_that_was_typed_twice_stays_as_it_was_typed(password):
    assert password_typed(password, password) == password


@pytest.mark.parametrize(
    ("first", "again", "code"),
    [
        ("", "", "no_password_typed"),
        ("", "a", "no_password_typed"),
        ("correct horse", "", "passwords_differ"),
        ("correct horse", "Correct horse", "passwords_differ"),
        ("correct horse", "correct horse ", "passwords_differ"),
        ("x" * (LONGEST_BYTES + 1), "x" * (LONGEST_BYTES + 1), "long_password"),
        ("é" * 64, "é" * 64, "long_password"),  # 128 bytes
        ("a\tb", "a\tb", "untypable_password"),
        ("a\ud800", "a\ud800", "untypable_password"),  # half a letter, as a broken clipboard gives it
    ],
)
def test_what_was_typed_and_is_no_password_is_refused(first, again, code):
    with pytest.raises(InvalidEntry, match=code):
        password_typed(first, again)
