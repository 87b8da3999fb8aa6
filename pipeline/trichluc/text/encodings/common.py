"""The commonest syllables with marks in reports: seven of eight words with a mark are one of these.

They part readings that are all possible: ``của`` is likelier than ``cũa``, ``cán bộ`` than ``cán bờ``.
"""

from __future__ import annotations

from typing import Final

__all__ = ["COMMON"]


def _listed(parts: str) -> frozenset[str]:
    return frozenset(parts.split())


COMMON: Final = _listed(
    "biên biến biển biểu biệt bàn bán báo bên bình bí bản bảo bằng bệnh bị bổ bộ chuyên chuyển chuẩn chí chính chúng "
    "chưa chương chấp chất chế chỉ chịu chủ chức chứng chữ cá các cách cán cáo còn có công cùng căn cũng cơ cư cường "
    "cả cải cấp cấu cần cầu cộng cụ cục của cứ cứu diện dân dùng dưới dấu dẫn dịch dụ dục dụng dữ dự dựng giá giám "
    "giáo giúp giải giảm giấy giới giữ giữa góp gồm gửi hiện hiệu hoàn hoá hoạch hoạt hoặc huyện hàng hành hình hóa "
    "hơn hướng hưởng hạ hạn hải hệ học hồ hỗ hộ hội hợp khoản khoảng khác khách khó không khăn khả khẩu khối kiến "
    "kiểm kiện kèm kê ký kế kết kể kỳ kỹ liên liệu loại luận luật là làm lâm lãnh lên lý lĩnh lưu lương lượng lại lần "
    "lập lệ lịch lớn lợi lục lực miễn mà máy mô môi mạng mạnh mẫu mặt mỗi một mới mở mục mức nghiên nghiệp nghìn "
    "nghĩa nghề nghệ nghị ngoài ngoại nguyên nguồn ngành ngày ngân người nhiều nhiệm nhà nhân nhóm như nhưng nhất "
    "nhận nhập nhằm những niên này nâng nêu nông năm năng nơi nước nạp nếu nền nội nộp phiếu pháp phát phân phép phê "
    "phí phòng phó phù phương phạm phạt phải phần phẩm phố phối phụ phục phủ quyết quyền quá quân quả quản quốc riêng "
    "rõ rộng suất sách sáng sát sơ sản sẽ số sống sở sức sử sửa sự thiết thiệu thuê thuật thuế thuộc thành thác tháng "
    "thêm thì thông thư thương thường thưởng thảo thẩm thế thể thị thống thời thủ thứ thức thực tiêu tiến tiếp tiết "
    "tiền toàn toán triển triệu truyền trào trách trên trì trình trí trước trường trưởng trả trị trọng trở trợ trực "
    "tài tác tâm tên tình tích tính tăng tư tương tượng tại tạo tấn tầng tập tặng tế tỉnh tịch tối tốt tổ tổng tục từ "
    "từng tử tự tỷ uỷ viên việc viện việt và vào ví vùng văn vấn vận vật về vệ vị vốn với vụ vực xuất xác xây xã xét "
    "xử yêu yếu án áp ô ý đa đang đi điều điểm điện đoàn đoạn đua đào đánh đáp đây đã đãi đó đóng đúng đăng đơn đưa "
    "được đại đạo đạt đảm đảng đất đấu đầu đẩy đặc đến đề để địa định đối đồng đổi độ động đủ ưu ương ở ủy ứng "
)
