"""Capitals: what stands in quotation marks or brackets may be small."""

import pytest

from trichluc.layout.shapes import is_capitals


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("KẾT QUẢ PHONG TRÀO", True),
        ("KẾT QUẢ PHONG TRÀO “Xanh, sạch, đẹp” (từ tháng 5)", True),
        ("PHONG TRÀO (gọi là “Ngày thứ bảy” tình nguyện) CỦA XÃ", True),
        ("PHONG TRÀO “Ngày thứ bảy tình nguyện", False),  # never closed: no quotation
        ("PHONG TRÀO) (CỦA XÃ) (ngày thứ bảy", False),
        ("Kết quả phong trào", False),
        ("“Xanh”", False),  # nothing but a quotation is looked at as it is
    ],
)
def test_capitals(text: str, capitals: bool) -> None:
    assert is_capitals(text) is capitals
