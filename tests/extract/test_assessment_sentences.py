"""What one sentence without a heading says, over the ways of offices, schools, courts, companies and the army."""

import pytest

from trichluc.extract.assessments import extract_assessments
from trichluc.extract.described import Described
from trichluc.layout.model import Letterhead, Passage, Report, Zone
from trichluc.packs import load_packs
from trichluc.source_builder import SourceBuilder

PACKS = load_packs()
# By category; none for what tells facts, names people in need, or speaks of prices and weather.
SENTENCES = {
    "strength": """
        Công tác dân vận khéo của phường đã góp phần giữ vững trật tự đô thị.
        Nhận thức của bà con về bảo hiểm y tế được nâng lên rõ rệt.
        Chất lượng khám chữa bệnh ở trạm ngày càng được nâng cao.
        Trường đã hoàn thành xuất sắc nhiệm vụ năm học.
        Phong trào hiến máu được đông đảo đoàn viên hưởng ứng.
        Bộ máy của chi cục được tinh gọn, hoạt động hiệu lực, hiệu quả.
        Đời sống vật chất và tinh thần của công nhân từng bước được cải thiện.
        Công tác thi hành án đã có nhiều chuyển biến tích cực.
        Tỷ lệ hòa giải thành đạt cao, góp phần giảm khiếu kiện kéo dài.
        Mô hình vườn rau của chi hội mang lại hiệu quả thiết thực.
        Việc tiếp công dân được thực hiện nghiêm túc, đúng quy định.
        Cán bộ trạm nhiệt tình, trách nhiệm cao, được nhân dân tin tưởng.
        Nhiều cách làm hay, sáng tạo đã được nhân rộng trong toàn xã.
        Kinh tế của xã tiếp tục tăng trưởng khá, đời sống nhân dân được nâng lên.
        An ninh trật tự trên địa bàn được giữ vững, quốc phòng được củng cố.
        Đội ngũ giáo viên không ngừng trưởng thành cả về số lượng và chất lượng.
        Phong trào đã tạo được sự đồng thuận cao trong nhân dân.
        Sự phối hợp giữa các ngành ngày càng chặt chẽ.
        Chi bộ luôn đoàn kết, thống nhất, phát huy tốt vai trò lãnh đạo.
        Công ty đã vượt qua khó khăn, hoàn thành vượt mức kế hoạch doanh thu.
        Kỷ cương, kỷ luật hành chính được siết chặt, tác phong làm việc có nhiều đổi mới.
        Hoạt động của Hội đã đi vào nền nếp, có chiều sâu.
        Đã xuất hiện nhiều tấm gương tiêu biểu trong lao động sản xuất.
        Phong trào thể thao quần chúng phát triển mạnh mẽ, rộng khắp.
        Ý thức chấp hành pháp luật của người lái xe có chuyển biến rõ nét.
        Công tác kiểm tra được duy trì thường xuyên, kịp thời phát hiện sai sót.
        Cơ sở vật chất của nhà trường ngày càng khang trang.
        Công tác giao quân hằng năm đều đạt 100% chỉ tiêu, chất lượng tân binh được nâng cao.
        Việc công khai thủ tục hành chính tạo thuận lợi cho người dân, được dư luận đánh giá cao.
        Nề nếp dạy và học được giữ vững, kỷ cương trường lớp tốt hơn năm trước.
        Đa số hội viên tích cực tham gia các hoạt động của Hội.
        Hợp tác xã làm ăn có lãi, thu nhập của thành viên tăng đều qua các năm.
        Các tổ hòa giải hoạt động hiệu quả, giảm hẳn đơn thư vượt cấp.
        Đội ngũ y bác sĩ tận tụy, yêu nghề, được bệnh nhân quý mến.
        Vai trò lãnh đạo của chi bộ được phát huy, nội bộ đoàn kết.
        Công tác xóa đói giảm nghèo đạt kết quả đáng khích lệ.
        Bộ đội nắm chắc kỹ thuật, sử dụng thành thạo vũ khí trang bị, sẵn sàng chiến đấu cao.
        Trình độ tay nghề của thợ lò được nâng lên.
        Năng lực khám bệnh của trạm từng bước được nâng cao.
        Kết cấu hạ tầng của bản được quan tâm đầu tư, bộ mặt thôn xóm khang trang hơn.
        Ban chấp hành công đoàn luôn quan tâm đời sống người lao động, tổ chức có hiệu quả các bữa ăn ca.
        Đảng ủy xã đã chủ động phối hợp với các ngành, lãnh đạo có chất lượng, hiệu quả việc dồn điền đổi thửa.
        Qua công tác giám sát đã kịp thời phát hiện, chấn chỉnh sai sót trong thu chi của các thôn.
        Số giáo viên chưa đạt chuẩn giảm dần qua từng năm.
        Tình trạng khiếu kiện vượt cấp cơ bản được khắc phục.
        Tổ tự quản đã thực sự là nòng cốt trong việc giữ gìn trật tự thôn xóm.
        Quy chế chi tiêu được xây dựng khá đầy đủ, được công đoàn viên đồng tình.
    """,
    "limitation": """
        Tuy nhiên, tiến độ giải ngân còn chậm so với kế hoạch.
        Một số chi hội chưa thường xuyên tổ chức sinh hoạt.
        Công tác tuyên truyền ở một vài thôn còn mang tính hình thức.
        Việc ứng dụng công nghệ thông tin còn nhiều hạn chế.
        Trình độ của một bộ phận cán bộ chưa đáp ứng yêu cầu nhiệm vụ.
        Tỷ lệ đoàn viên tham gia sinh hoạt hè đạt thấp.
        Bên cạnh đó còn một số đảng viên chưa gương mẫu.
        Song, chất lượng phong trào chưa đồng đều giữa các khối.
        Chất lượng nước sinh hoạt ở hai bản chưa bảo đảm.
        Vẫn còn tình trạng học sinh bỏ học giữa chừng.
        Công tác phối hợp có lúc, có nơi chưa chặt chẽ.
        Trang thiết bị của trạm y tế còn thiếu và lạc hậu.
        Một số vụ án bị hủy, sửa do lỗi chủ quan của thẩm phán.
        Nợ đọng bảo hiểm xã hội của doanh nghiệp vẫn ở mức cao.
        Việc xử lý vi phạm về đất đai chưa kiên quyết, chưa dứt điểm.
        Sinh hoạt chi bộ ở vài nơi còn đơn điệu, ít đảng viên phát biểu.
        Thu ngân sách không đạt kế hoạch đề ra.
        Kết quả phát triển đảng viên còn thấp, chưa tương xứng với nguồn.
        Công tác tham mưu có mặt còn bị động, lúng túng.
        Một số giáo viên ngại đổi mới phương pháp dạy học.
        Việc lập hồ sơ của vài đơn vị còn sơ sài, nộp chậm.
        Các mô hình mới chỉ dừng lại ở quy mô nhỏ.
        Tệ nạn đánh bạc vẫn còn xảy ra ở một số thôn.
        Cải cách thủ tục hành chính chưa đạt yêu cầu.
        Khả năng cạnh tranh của sản phẩm còn yếu.
        Chế độ báo cáo chưa được một số phòng thực hiện nghiêm túc.
        Nhiều hộ chưa nhận thức đầy đủ về việc phân loại rác.
        Công tác giám sát có nơi làm qua loa, hình thức.
        Việc quản lý hội viên đi làm ăn xa gặp nhiều khó khăn.
        Nội dung tuyên truyền chưa phong phú, thiếu hấp dẫn.
        Số vụ tai nạn giao thông giảm chưa bền vững.
        Việc triển khai nghị quyết ở một số chi bộ còn chung chung, thiếu giải pháp cụ thể.
        Chất lượng tín dụng của quỹ giảm, nợ xấu tăng cao.
        Công tác thu gom rác thải ở khu vực nông thôn còn bất cập.
        Cơ chế phối hợp giữa tòa án và cơ quan thi hành án chưa rõ ràng.
        Năng lực của ban quản lý hợp tác xã còn yếu, thiếu vốn hoạt động.
        Một số đoàn viên chưa phát huy tính tiên phong trong học tập.
        Hồ sơ bệnh án ghi chép còn sai sót.
        Tiến độ xây dựng trường chuẩn quốc gia chậm so với lộ trình.
        Tỷ lệ án quá hạn còn cao.
        Chưa có chế tài đủ mạnh để xử lý các hộ lấn chiếm vỉa hè.
        Đời sống của một bộ phận công nhân còn khó khăn.
        Việc huấn luyện ở phân đội có nội dung chất lượng thấp.
        Công tác kiểm tra, giám sát chưa theo kịp tình hình.
        Nhận thức của người dân về phòng cháy còn đơn giản, chủ quan.
        Hoạt động của tổ công đoàn ở doanh nghiệp nhỏ còn lúng túng về nội dung.
    """,
    "cause": """
        Nguyên nhân chủ yếu là do kinh phí cấp chậm.
        Nguyên nhân của hạn chế trên là do cán bộ kiêm nhiệm nhiều việc.
        Hạn chế trên xuất phát từ việc người đứng đầu chưa sâu sát.
        Có được kết quả trên là nhờ sự quan tâm của cấp ủy.
        Tình trạng này là do địa bàn rộng, dân cư phân tán.
        Đạt được kết quả đó trước hết là do sự đồng lòng của nhân dân.
        Nguyên nhân khách quan là thời tiết diễn biến bất thường.
        Những tồn tại nêu trên có nguyên nhân từ công tác quy hoạch.
        Kết quả trên là nhờ có sự chỉ đạo sát sao của cấp trên.
        Sở dĩ còn những hạn chế trên là do công tác đôn đốc chưa thường xuyên.
        Nguyên nhân dẫn đến tồn tại là thiếu cán bộ chuyên trách.
    """,
    "lesson": """
        Bài học rút ra là phải dựa vào dân.
        Kinh nghiệm cho thấy nơi nào bí thư sâu sát thì nơi đó việc trôi chảy.
        Từ thực tiễn trên, rút ra một số bài học kinh nghiệm về công tác vận động.
        Qua phong trào, chi bộ rút ra bài học kinh nghiệm quý là phải kiên trì.
    """,
    "remedy": """
        Để khắc phục những hạn chế trên, trường sẽ mở lớp phụ đạo.
        Cần chấn chỉnh ngay việc đi muộn về sớm.
        Nhằm khắc phục tình trạng trên, phòng sẽ giao việc theo tuần.
    """,
    "direction": """
        Thời gian tới, Hội tiếp tục đẩy mạnh phong trào trồng cây.
        Các chi bộ cần tăng cường công tác kiểm tra.
        Trong năm tới, công ty phấn đấu tăng doanh thu 8%.
        Đề nghị Ủy ban nhân dân huyện bố trí kinh phí sửa cầu.
        Kiến nghị Sở Giáo dục và Đào tạo bổ sung biên chế.
        Trạm sẽ tập trung tiêm chủng cho trẻ dưới một tuổi.
        Phấn đấu đến hết năm 2026 có 90% số hộ dùng nước sạch.
        Cấp ủy phải thường xuyên đôn đốc, nhắc nhở.
        Nhiệm vụ đặt ra trong nhiệm kỳ mới là giữ vững danh hiệu.
        Toàn Đảng bộ quyết tâm thực hiện thắng lợi nghị quyết.
        Đơn vị đề xuất cấp trên sửa đổi định mức.
        Giai đoạn 2026 - 2030, xã phấn đấu đạt chuẩn nông thôn mới nâng cao.
        Đến năm 2030, phấn đấu 100% trường học có nhà đa năng.
        Trước mắt, cần rà soát lại danh sách hộ nghèo.
        Những tháng cuối năm, phường tiếp tục vận động nhân dân góp quỹ.
        Để nâng cao chất lượng phong trào, Hội cần đổi mới nội dung sinh hoạt.
        Từ nay đến cuối năm, xã tập trung thu các khoản còn tồn.
        Công đoàn đề nghị lãnh đạo công ty cải thiện bữa ăn ca.
        Nhiệm kỳ tới, Mặt trận xã chú trọng giám sát các công trình dân sinh.
        Cần sớm ban hành quy chế phối hợp giữa các ngành.
        Bệnh viện phấn đấu giảm thời gian chờ khám xuống dưới một giờ.
        Tiếp tục quán triệt nghị quyết và chỉ đạo thực hiện tốt công tác cán bộ trong thời gian tới.
        Mục tiêu năm học mới là duy trì sĩ số trên 99%.
        Quý tới sẽ khởi công hai tuyến đường liên thôn.
        Kính đề nghị Huyện ủy quan tâm bổ sung cán bộ.
    """,
    "": """
        Đảng bộ có 12 chi bộ trực thuộc với 315 đảng viên.
        Hội nghị có sự tham dự của 45 đại biểu.
        Đã tổ chức 3 lớp tập huấn cho 120 lượt người.
        Phường có diện tích tự nhiên 4,2 km2.
        Trong năm không để xảy ra cháy nổ.
        Chưa phát hiện trường hợp vi phạm nào.
        Không có đơn thư khiếu nại vượt cấp.
        Căn cứ Nghị quyết của Đảng ủy về công tác năm 2020.
        Trường thăm hỏi 12 học sinh có hoàn cảnh khó khăn.
        Hội tặng quà cho các hộ nghèo, người chưa thành niên mồ côi.
        Giá gạo tẻ thường ổn định ở mức 15.000 đồng/kg.
        Nguyên nhân giá thịt lợn tăng là do nguồn cung giảm.
        Giá xăng giảm do giá dầu thế giới giảm.
        Sức mua trên thị trường thấp hơn tháng trước.
        Dự báo tháng tới giá thép sẽ tăng nhẹ.
        Ban hành kế hoạch kiểm tra việc thực hiện những điều đảng viên không được làm.
        Lớp bồi dưỡng diễn ra trong 5 ngày tại hội trường huyện.
        Thời tiết trong quý nắng nóng, ít mưa.
        Đồng chí Bí thư đã phát biểu kết luận hội nghị.
        Số còn lại được chuyển sang năm sau.
        Đã kỷ luật cảnh cáo 2 đảng viên vi phạm chính sách dân số.
        Ngày 12/5, chi đoàn ra quân dọn vệ sinh đường làng.
        Đảng bộ trực thuộc Đảng ủy khối.
        Tỉnh nằm ở phía đông, giáp biển.
        Tòa án đã thụ lý 215 vụ án, giải quyết 198 vụ.
        Công an xã đã tiếp nhận 14 tin báo.
        Xếp loại chi bộ hoàn thành tốt nhiệm vụ: 5 chi bộ.
        Vì sao tỷ lệ này chưa cao?
        Phụ đạo học sinh yếu kém được tổ chức vào chiều thứ bảy.
        Vở kịch vẫn còn nguyên giá trị sau bốn mươi năm.
        Viện kiểm sát đã kiểm sát 45 bản án, quyết định.
        Trong năm, bệnh viện khám cho 12.500 lượt người bệnh.
        Toàn xã có 1.250 hộ với 5.430 nhân khẩu.
        Đoàn kiểm tra gồm 5 đồng chí do Phó Chủ tịch làm trưởng đoàn.
        Tổng kinh phí thực hiện là 350 triệu đồng.
        Hội đã hỗ trợ 15 hộ khó khăn sửa nhà.
        Ban Chấp hành họp định kỳ ba tháng một lần.
        Nội dung sinh hoạt gồm ba phần.
        Đại hội đã bầu 15 đồng chí vào Ban Chấp hành khóa mới.
        Huyện có 14 xã, 1 thị trấn, trong đó 5 xã đặc biệt khó khăn.
        Giá vàng trong nước tăng theo giá thế giới.
        Nguồn cung rau xanh thấp do mưa lớn.
        Cây lúa sinh trưởng chậm do rét.
        Các đại biểu thảo luận về nhiệm vụ năm tới.
        Trẻ em chưa đủ tuổi không được lái xe máy.
        Ông sinh ra trong một gia đình nghèo khó.
    """,
}
CASES = [(line.strip(), category) for category, lines in SENTENCES.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "category"), CASES)
def test_what_a_sentence_says(sentence: str, category: str) -> None:
    builder = SourceBuilder("text/plain")
    span = builder.paragraph(sentence)
    assert span is not None
    report = Report(builder.build(), Letterhead(), (Passage(span, Zone.BODY),))
    found = extract_assessments(report, PACKS, Described(kind="BC"))
    assert [record.category.value for record in found] == ([category] if category else [])
    assert all(record.basis.value == "cue" for record in found)
