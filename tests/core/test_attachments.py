"""What may be kept as a report, by what it is and not by what it is called."""

import pytest

from bonecoach.core.attachments import LONGEST_NAME, kind_of, shown_name

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.4\n", "pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.7", "pdf"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "jpg"),
        (PNG, "png"),
        (b"II*\x00\x08\x00", "tiff"),
        (b"MM\x00*\x00\x00", "tiff"),
        (b"GIF89a", "gif"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "heic"),
        (b"\x00\x00\x00\x1cftypmif1", "heic"),
        (b"\x00\x00\x00\x1cftypavif", "avif"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "webp"),
        (b"\x00\x00\x00\x18ftypmp42", None),  # a film
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", None),
        (b"MZ\x90\x00", None),
        (b"#!/bin/sh\n", None),
        (b"PK\x03\x04", None),
        (b"<svg xmlns=", None),
        (b"", None),
        (b"\xff\xd8", None),
    ],
)
def test_a_file_is_what_it_begins_with(head, kind):
    assert kind_of(head) == kind


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Befund 2026.pdf", "Befund 2026.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\scan.jpg", "scan.jpg"),
        ("a\nb\tc\x00.png", "a b c .png"),
        ("骨密度.pdf", "骨密度.pdf"),
        ("\u202egnp.exe", "gnp.exe"),
        ("///", "?"),
        ("", "?"),
        (".pdf", ".pdf"),
    ],
)
def test_what_a_file_was_called_is_shown_without_path_and_tricks(name, shown):
    assert shown_name(name) == shown


@pytest.mark.parametrize("name", ["x" * 300 + ".pdf", "x" * 300, "a." + "y" * 300])
def test_an_endless_name_is_cut_and_keeps_its_ending(name):
    shown = shown_name(name)
    assert len(shown) <= LONGEST_NAME
    assert "\u2026" in shown
    assert shown.endswith(".pdf") is name.endswith(".pdf")
