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
        Đội ngũ cán bộ cấp thôn ngày càng trẻ hóa, có trình độ chuyên môn vững.
        Diện mạo nông thôn có nhiều đổi thay, đường làng ngõ xóm sạch đẹp.
        Phong trào xây dựng nông thôn mới được người dân đồng tình hưởng ứng.
        Các mục tiêu, chỉ tiêu của nghị quyết cơ bản hoàn thành.
        Kết quả thu ngân sách vượt dự toán được giao, năm sau cao hơn năm trước.
        Hợp tác xã đã trở thành chỗ dựa của nông dân trong vùng.
        Việc chuyển đổi số trong ngành y tế đạt nhiều kết quả quan trọng.
        Lòng tin của nhân dân đối với chính quyền ngày càng được củng cố.
        Đảng bộ đã lãnh đạo thực hiện thắng lợi các nhiệm vụ chính trị.
        Sinh hoạt chi bộ có nhiều đổi mới, bám sát nhiệm vụ chuyên môn.
        Bộ mặt đô thị từng bước khang trang, hiện đại.
        Công ty đã tạo dựng được uy tín trên thị trường, đời sống công nhân ổn định.
        Nhờ đó, tình hình an ninh trật tự chuyển biến tích cực, tội phạm được kiềm chế.
        Cuộc vận động đã thực sự đi vào cuộc sống, được các tầng lớp nhân dân hưởng ứng.
        Cấp ủy các cấp đã nhận thức sâu sắc hơn vị trí, vai trò của công tác dân vận.
        Đây là thành công lớn của ngành trong điều kiện còn nhiều khó khăn.
        Mô hình dân vận khéo lan tỏa rộng khắp, tạo sức bật cho kinh tế hộ.
        Công tác cải cách hành chính có bước đột phá, rút ngắn thời gian giải quyết hồ sơ.
        Vai trò giám sát, phản biện của Mặt trận được phát huy rõ nét.
        Học sinh ngoan hơn, chăm học hơn, chất lượng đại trà tăng rõ rệt.
        Bệnh viện làm chủ nhiều kỹ thuật khó, giảm tỷ lệ chuyển tuyến.
        Đoàn viên thanh niên hăng hái thi đua, xung kích trong phòng chống dịch.
        Chất lượng các cuộc giám sát được nâng lên, kiến nghị sát thực tế.
        Quan hệ đối ngoại được mở rộng, vị thế của tỉnh được nâng cao.
        Nhìn chung, cán bộ chiến sĩ an tâm công tác, chấp hành nghiêm kỷ luật.
        Những kết quả đó đã góp phần quan trọng vào thành tích chung của ngành.
        Có thể khẳng định chương trình đã đạt mục tiêu đề ra.
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
        Công tác xây dựng Đảng, xây dựng hệ thống chính trị có nhiều chuyển biến tích cực.
        Đời sống vật chất và tinh thần của nhân dân ngày càng được cải thiện, diện mạo nông thôn có nhiều khởi sắc.
        Việc học tập và làm theo Bác đã trở thành việc làm thường xuyên, tự giác của mỗi cán bộ, đảng viên.
        Phong trào đã góp phần quan trọng vào việc hoàn thành các chỉ tiêu kinh tế - xã hội của địa phương.
        Đội ngũ cán bộ từng bước trưởng thành, đáp ứng được yêu cầu nhiệm vụ trong tình hình mới.
        Các tổ chức đảng đã phát huy tốt vai trò hạt nhân chính trị ở cơ sở.
        Nhờ đó, trật tự trị an trên địa bàn được bảo đảm, nhân dân phấn khởi, tin vào sự lãnh đạo của Đảng.
        Mô hình được nhân dân đồng tình ủng hộ và đánh giá cao.
        Nhận thức của cán bộ, đảng viên và nhân dân về bảo vệ môi trường được nâng lên rõ rệt.
        Sự phối hợp giữa các ngành chặt chẽ, nhịp nhàng hơn trước.
        Nhiều cách làm hay, sáng tạo được nhân rộng, tạo sức lan tỏa trong cộng đồng.
        Thanh niên ngày nay năng động, nhạy bén, có ý chí vươn lên lập thân, lập nghiệp.
        Đây là kết quả đáng ghi nhận, thể hiện quyết tâm của cả hệ thống chính trị.
        Chất lượng sinh hoạt chi bộ từng bước được đổi mới, nội dung phong phú, thiết thực.
        Công tác cải cách hành chính được đẩy mạnh, rút ngắn thời gian giải quyết hồ sơ cho người dân.
        Hoạt động của Hội đồng nhân dân các cấp có nhiều đổi mới, ngày càng thực chất.
        Bộ mặt đô thị thay đổi từng ngày, hạ tầng giao thông được đầu tư đồng bộ.
        Hầu hết các đơn vị chấp hành nghiêm chế độ báo cáo.
        Cấp ủy, chính quyền các cấp đã quan tâm lãnh đạo, chỉ đạo công tác này.
        Giai cấp công nhân đã có những bước phát triển mạnh mẽ cả về số lượng và chất lượng.
        Đa số học sinh chăm ngoan, lễ phép, có ý thức tự học.
        Phần lớn công nhân trẻ có trình độ học vấn khá, tiếp thu nhanh kỹ thuật mới.
        Văn hóa ứng xử trong gia đình trẻ đô thị đã cởi mở, dân chủ hơn trước.
        Nhiều doanh nghiệp đã mạnh dạn đầu tư công nghệ, tạo được chỗ đứng trên thị trường.
        Kinh tế biển đã có bước phát triển đáng kể, đóng góp ngày càng lớn vào ngân sách.
        Tỷ lệ hộ nghèo giảm nhanh, an sinh xã hội được bảo đảm.
        Chính sách dân tộc đã đi vào cuộc sống, được đồng bào đón nhận.
        Đội ngũ nhà giáo tâm huyết, yêu nghề, hết lòng vì học sinh thân yêu.
        Thành phố đã làm khá tốt việc sắp xếp lại các chợ tự phát.
        Nét đẹp truyền thống tương thân tương ái được các thế hệ gìn giữ và phát huy.
        Lực lượng dân quân luôn sẵn sàng, cơ động nhanh khi có tình huống.
        Những chủ trương đó hợp lòng dân nên nhanh chóng được hưởng ứng.
        Hội đã thực sự là mái nhà chung của phụ nữ trong xã.
        Trong những năm qua, ngành thủy sản của tỉnh đã đạt được những thành tựu to lớn.
        Công tác cán bộ được tiến hành đúng quy trình, khách quan, dân chủ.
        Mối quan hệ giữa cán bộ và nhân dân ngày càng gần gũi, gắn bó.
        Các thiết chế văn hóa phát huy hiệu quả, thu hút đông đảo nhân dân đến sinh hoạt.
        Đánh giá cao Ban Quản lý chợ đã vận động tiểu thương di dời đúng hẹn.
        Công bằng mà nói, trạm khuyến nông đã rất nỗ lực trong đợt hạn vừa rồi.
        Cái được lớn nhất là bà con đã tin và làm theo cán bộ.
        Tổ tàu thuyền số 4 đáng được biểu dương vì tinh thần cứu nạn.
        Nhân viên quầy thuốc phục vụ chu đáo, thái độ niềm nở.
        Nhìn chung, các chỉ tiêu cơ bản đạt và vượt kế hoạch đề ra.
        Nội bộ đoàn kết, thống nhất, không khí làm việc dân chủ, cởi mở.
        Ý thức chấp hành pháp luật của người dân có chuyển biến rõ nét.
        Việc nêu gương của cán bộ chủ chốt tạo được niềm tin trong nhân dân.
        Đội ngũ báo cáo viên được kiện toàn, hoạt động hiệu quả.
        Kỷ luật, kỷ cương hành chính được siết chặt.
        Vệ sinh môi trường ở khu dân cư được cải thiện đáng kể.
        Phong trào văn nghệ, thể thao phát triển sâu rộng, thu hút đông đảo người dân.
        Hoạt động của các hội quần chúng có nhiều khởi sắc, hướng về cơ sở.
        Thu nhập của công nhân ổn định, yên tâm gắn bó với nhà máy.
        Trật tự đô thị có chuyển biến, tình trạng lấn chiếm vỉa hè giảm hẳn.
        Các cấp ủy đã chủ động, sáng tạo trong lãnh đạo, chỉ đạo thực hiện nhiệm vụ.
        Dân chủ trong Đảng được phát huy, nguyên tắc tập trung dân chủ được giữ vững.
        Các tầng lớp nhân dân phấn khởi, tin tưởng vào đường lối đổi mới.
        Chất lượng khám chữa bệnh từng bước được nâng lên, người bệnh hài lòng.
        Đảng bộ nhiều năm liền hoàn thành tốt nhiệm vụ, không có tổ chức yếu kém.
        Phần lớn thanh niên vẫn giữ được lòng hiếu thảo với cha mẹ, ông bà.
        Lớp trẻ ngày càng quan tâm đến lịch sử, văn hóa của dân tộc.
        Nhiều bạn trẻ tự nguyện tham gia các hoạt động đền ơn đáp nghĩa.
        Truyền thống yêu nước được thanh niên tiếp nối bằng những việc làm cụ thể.
        Các giá trị truyền thống tốt đẹp vẫn được gìn giữ trong đời sống gia đình.
        Sinh viên có ý thức cầu tiến, ham hiểu biết, dám nghĩ dám làm.
        Thế hệ trẻ hôm nay tự tin hội nhập, làm chủ khoa học công nghệ.
        Người dân tích cực gìn giữ tiếng nói, trang phục của dân tộc mình.
        Số đông học sinh sống có lý tưởng, có hoài bão.
        Nhờ vậy, mối quan hệ giữa các thế hệ trong gia đình thêm bền chặt.
        Hoạt động tình nguyện đã trở thành nét đẹp trong đời sống của sinh viên.
        Công tác xã hội hóa giáo dục đạt kết quả đáng mừng.
    """,
    "limitation": """
        Cơ sở vật chất trường lớp xuống cấp, thiếu phòng học bộ môn.
        Sự vào cuộc của một số cấp ủy chưa quyết liệt.
        Tình trạng xả rác ra kênh mương vẫn diễn ra.
        Công nợ của hợp tác xã khó thu hồi.
        Nhiều dự án triển khai chậm, kéo dài, đội vốn.
        Hồ sơ lưu trữ ở một số phòng bị thất lạc.
        Đời sống của một bộ phận đồng bào dân tộc còn khó khăn.
        Nguồn nhân lực chất lượng cao thiếu và yếu.
        Tỷ lệ hộ tái nghèo cao.
        Số vụ tai nạn lao động tăng so với năm trước.
        Tổ chức bộ máy cồng kềnh, nhiều tầng nấc trung gian.
        Chất lượng đào tạo nghề không đáp ứng nhu cầu của doanh nghiệp.
        Công tác dự báo chưa theo kịp diễn biến thực tế.
        Vẫn còn tư tưởng trông chờ vào cấp trên.
        Thủ tục hành chính ở một vài khâu còn rườm rà, gây phiền hà.
        Một số chỉ tiêu đạt thấp so với nghị quyết.
        Kinh phí hoạt động eo hẹp, cán bộ phải kiêm nhiệm nhiều việc.
        Liên kết giữa nông dân và doanh nghiệp còn lỏng lẻo.
        Việc xử lý sau thanh tra chưa nghiêm, thu hồi tài sản đạt thấp.
        Tuy vậy, sản phẩm chủ lực chưa có thương hiệu.
        Hạ tầng giao thông xuống cấp nghiêm trọng.
        Còn để xảy ra mất an toàn trong thi công.
        Công tác kiểm tra ít được chú ý, có nơi buông lỏng.
        Sự phối hợp giữa nhà trường và gia đình thiếu thường xuyên.
        Chi bộ còn lúng túng trong đổi mới nội dung sinh hoạt.
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
        Tuy vậy, vẫn còn một bộ phận cán bộ thiếu gương mẫu, ngại khó, ngại khổ.
        Việc sơ kết, tổng kết ở một số nơi còn mang tính hình thức.
        Nguồn lực đầu tư cho công tác này còn hạn hẹp, chưa tương xứng với yêu cầu.
        Một số cấp ủy chưa thật sự quan tâm, khoán trắng cho bộ phận chuyên môn.
        Công tác phối hợp có lúc, có nơi thiếu chặt chẽ.
        Tình trạng ô nhiễm ở các làng nghề chậm được khắc phục.
        Trình độ tay nghề của người lao động nhìn chung còn thấp, thiếu tác phong công nghiệp.
        Đáng lo ngại là một bộ phận thanh niên sống thực dụng, xa rời truyền thống.
        Hệ thống văn bản hướng dẫn vừa thiếu, vừa chồng chéo.
        Vẫn còn tình trạng nể nang, né tránh, ngại va chạm trong tự phê bình và phê bình.
        Số vụ khiếu kiện vượt cấp có chiều hướng gia tăng.
        Việc xử lý vi phạm không kiên quyết, thiếu răn đe.
        Bộ máy cồng kềnh, hoạt động kém hiệu quả.
        Nhận thức của một số doanh nghiệp về trách nhiệm xã hội còn mơ hồ.
        Các chế tài xử phạt hiện nay quá nhẹ, không đủ sức răn đe.
        Ở không ít nơi, cán bộ xã vừa yếu về chuyên môn, vừa thiếu kinh nghiệm.
        Sự liên kết giữa nhà khoa học và nông dân rất lỏng lẻo.
        Nhiều thanh niên thờ ơ với các giá trị truyền thống, chạy theo lối sống hưởng thụ.
        Công nghiệp phụ trợ nước ta vẫn ở trình độ thấp, chủ yếu là gia công lắp ráp.
        Việc phân cấp thiếu rõ ràng dẫn đến đùn đẩy trách nhiệm.
        Tiến độ giải ngân ì ạch, nhiều dự án đắp chiếu.
        Đời sống của công nhân các khu công nghiệp còn nhiều khó khăn, thiếu nhà ở, nhà trẻ.
        Môi trường biển đang bị suy thoái nghiêm trọng do khai thác quá mức.
        Những quy định này bộc lộ nhiều bất cập sau mấy năm thi hành.
        Công tác quy hoạch thiếu tầm nhìn dài hạn, chạy theo phong trào.
        Giữa các ngành còn tình trạng quyền anh quyền tôi, phối hợp kém.
        Thủ tục vay vốn rườm rà khiến người dân nản lòng.
        Phê bình UBND xã Đồng Mía nộp báo cáo trễ ba kỳ liền.
        Nhiều cam kết vẫn chỉ nằm trên giấy.
        Chợ mới xây xong rồi bỏ hoang.
        Cống thoát nước vỡ từ mùa mưa năm ngoái mà chưa ai sửa.
        Trưởng thôn ký hợp đồng sai thẩm quyền, không công khai cho dân biết.
        Sinh hoạt chuyên đề ở một số chi bộ còn nghèo nàn về nội dung.
        Việc đăng ký làm theo của một bộ phận đảng viên còn chung chung, hình thức.
        Công tác kiểm tra chưa thường xuyên, xử lý sau kiểm tra chưa nghiêm.
        Tiến độ xây dựng nông thôn mới ở các xã vùng cao chậm so với kế hoạch.
        Khả năng cạnh tranh của nông sản địa phương thấp.
        Kết quả phát triển đoàn viên chưa đạt chỉ tiêu đề ra.
        Thu ngân sách thiếu bền vững, phụ thuộc vào tiền sử dụng đất.
        Đời sống một bộ phận đồng bào vùng sâu còn rất khó khăn.
        Năng lực của một số cán bộ chưa đáp ứng yêu cầu nhiệm vụ.
        Công tác tham mưu có mặt còn hạn chế, thiếu chủ động.
        Còn để xảy ra tình trạng phá rừng làm nương rẫy.
        Việc ứng dụng công nghệ thông tin ở cấp xã nhiều nơi mới dừng ở mức soạn thảo văn bản.
        Một bộ phận thanh niên sống buông thả, thiếu lý tưởng.
        Không ít gia đình phó mặc việc dạy con cho nhà trường.
        Nhiều giá trị truyền thống đang dần bị lãng quên.
        Hiện tượng bạo lực học đường diễn biến phức tạp.
        Một số bạn trẻ chạy theo lối sống thực dụng, sùng ngoại.
        Tệ nạn xã hội len lỏi vào học đường, gây lo lắng cho phụ huynh.
        Nội dung giáo dục truyền thống còn khô khan, kém hấp dẫn.
        Kỹ năng sống của học sinh đô thị rất yếu.
        Thanh niên nông thôn thiếu việc làm, phải ly hương kiếm sống.
        Các thiết chế văn hóa dành cho giới trẻ vừa thiếu vừa xuống cấp.
        Sự quan tâm của cha mẹ đối với con cái chưa đúng cách.
        Văn hóa đọc có chiều hướng đi xuống.
        Doanh nghiệp gặp khó khăn trong tiếp cận vốn vay ưu đãi.
        Thủ tục giải thể doanh nghiệp kéo dài, tốn kém.
        Việc sử dụng hóa đơn giả vẫn diễn ra khá phổ biến.
        Nhiều dự án chậm tiến độ do vướng giải phóng mặt bằng.
        Vốn đầu tư cho hạ tầng mới đáp ứng được một phần ba nhu cầu.
        Hạ tầng giao thông yếu kém đang cản trở tăng trưởng.
        Doanh nghiệp nhà nước hoạt động kém hiệu quả, thua lỗ kéo dài.
    """,
    "cause": """
        Sở dĩ có kết quả đó là do cấp ủy sâu sát cơ sở.
        Những hạn chế trên có nguyên nhân khách quan là thiên tai liên tiếp.
        Một trong những nguyên nhân là cán bộ ngại va chạm.
        Có nhiều nguyên nhân, trong đó chủ yếu là do ý thức của chủ xe.
        Nguyên nhân sâu xa là do buông lỏng quản lý.
        Thành công đó bắt nguồn từ sự đoàn kết trong tập thể.
        Nguyên nhân dẫn đến tình trạng trên trước hết là do thiếu vốn.
        Hạn chế này chủ yếu do lãnh đạo phòng chưa quyết liệt.
        Kết quả đó có được là nhờ sự chung tay của toàn xã.
        Đạt được những kết quả trên, trước hết là do chi bộ đoàn kết.
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
        Sở dĩ có tình trạng trên là do nhận thức của một số cấp ủy chưa đầy đủ.
        Nguyên nhân chủ yếu là người đứng đầu thiếu quyết liệt.
        Những yếu kém đó bắt nguồn từ công tác quản lý lỏng lẻo trong thời gian dài.
        Có được kết quả trên là nhờ sự đoàn kết, thống nhất trong cấp ủy.
        Sở dĩ lớp học vắng là bởi mở đúng vụ gặt.
        Nguyên do là kinh phí về quá muộn.
        Theo tôi gốc rễ là ở khâu tuyển chọn.
        Được như vậy là nhờ các cụ trong làng gương mẫu đi trước.
        Những hạn chế trên chủ yếu do trình độ cán bộ cơ sở không đồng đều.
        Nguyên nhân khách quan là địa bàn rộng, đường sá đi lại khó khăn.
        Về chủ quan, một số cấp ủy chưa thật sự quan tâm đến công tác này.
        Kết quả đó có được là do sự vào cuộc quyết liệt của cả hệ thống chính trị.
        Tình trạng trên có phần do công tác tuyên truyền chưa đến nơi đến chốn.
        Hạn chế này một phần do kinh phí eo hẹp.
        Có nhiều nguyên nhân, trong đó chủ yếu là sự buông lỏng quản lý của chính quyền cơ sở.
        Sự chậm trễ ấy chủ yếu là do khâu giải phóng mặt bằng.
        Thành công của phong trào trước hết nhờ cấp ủy biết dựa vào dân.
        Sâu xa hơn, đó là hệ quả của việc quy hoạch thiếu đồng bộ.
        Một nguyên nhân nữa là lực lượng kiểm lâm quá mỏng.
        Vấn đề nằm ở chỗ các ngành chưa chia sẻ dữ liệu với nhau.
    """,
    "lesson": """
        Thực tiễn cho thấy, nơi nào cấp ủy sâu sát thì nơi đó phong trào mạnh.
        Từ kết quả trên, rút ra mấy kinh nghiệm bước đầu.
        Bài học sâu sắc nhất là phải lấy dân làm gốc.
        Qua đó có thể rút ra bài học về công tác cán bộ.
        Kinh nghiệm ở xã Tân Lập cho thấy muốn làm nhanh phải công khai.
        Bài học rút ra là phải dựa vào dân.
        Kinh nghiệm cho thấy nơi nào bí thư sâu sát thì nơi đó việc trôi chảy.
        Từ thực tiễn trên, rút ra một số bài học kinh nghiệm về công tác vận động.
        Qua phong trào, chi bộ rút ra bài học kinh nghiệm quý là phải kiên trì.
        Qua đó chúng tôi nghiệm ra rằng việc gì dân bàn thì việc ấy thành.
        Kinh nghiệm của hợp tác xã là ký hợp đồng từ đầu vụ.
        Bài học quan trọng nhất là giữ vững nguyên tắc tập trung dân chủ.
        Thực tiễn cho thấy nơi nào người đứng đầu gương mẫu thì nơi đó phong trào mạnh.
        Qua thực hiện, có thể rút ra kinh nghiệm là phải làm từ dễ đến khó.
        Một kinh nghiệm quý là lấy việc nêu gương của đảng viên làm gốc.
    """,
    "remedy": """
        Để khắc phục tình trạng trên, trường cần mở lớp phụ đạo.
        Những thiếu sót này phải được chấn chỉnh ngay trong quý tới.
        Nhằm khắc phục những hạn chế nêu trên, phòng sẽ giao chỉ tiêu theo tuần.
        Để khắc phục những hạn chế trên, trường sẽ mở lớp phụ đạo.
        Cần chấn chỉnh ngay việc đi muộn về sớm.
        Nhằm khắc phục tình trạng trên, phòng sẽ giao việc theo tuần.
        Để khắc phục, yêu cầu trạm bơm sửa xong hai máy trước vụ mùa.
        Nhằm chấn chỉnh tình trạng này, huyện cử tổ công tác xuống từng xã.
        Ban Thường vụ yêu cầu kiểm điểm, khắc phục dứt điểm các thiếu sót nêu trên trong quý II.
        Những vướng mắc này sẽ được tháo gỡ bằng việc sửa quy chế phối hợp.
        Hướng khắc phục là tăng thêm một bác sĩ cho trạm.
        Giải pháp khắc phục là luân chuyển giáo viên giữa các điểm trường.
        Khắc phục hạn chế trên, đảng ủy sẽ giao chỉ tiêu kết nạp đến từng chi bộ.
        Để khắc phục những tồn tại nêu trên, công đoàn ngành sẽ đổi mới cách chấm điểm thi đua.
    """,
    "direction": """
        Cần nâng cao nhận thức của người dân về phân loại rác.
        Phải coi công tác cán bộ là khâu then chốt.
        Nhà nước cần có chính sách hỗ trợ người trồng rừng.
        Các địa phương phải chủ động nguồn vốn đối ứng.
        Năm 2026, công ty phấn đấu đạt doanh thu 500 tỷ đồng.
        Tỉnh đặt mục tiêu đến năm 2030 có 80% số xã đạt chuẩn.
        Trước hết, cần hoàn thiện hành lang pháp lý về đất đai.
        Trong nhiệm kỳ tới, Đảng bộ tập trung thực hiện ba khâu đột phá.
        Đồng chí Chủ tịch yêu cầu các sở khẩn trương giải ngân vốn.
        Bí thư Huyện ủy đề nghị các xã tập trung thu hoạch lúa trước bão.
        Thời gian tới, ngành sẽ siết chặt quản lý hành nghề y tư nhân.
        Muốn vậy, mỗi cán bộ phải tự học, tự rèn.
        Vì vậy, việc đổi mới nội dung sinh hoạt là yêu cầu cấp thiết hiện nay, cần làm ngay.
        Toàn ngành quyết tâm hoàn thành thắng lợi nhiệm vụ năm học.
        Chủ tịch UBND tỉnh giao Sở Y tế chủ trì rà soát các trạm.
        Đoàn giám sát kiến nghị UBND huyện bố trí vốn sửa cầu.
        Đề nghị Chính phủ sớm ban hành nghị định hướng dẫn.
        Việc sắp xếp trường lớp phải gắn với nâng cao chất lượng.
        Huyện tiếp tục ưu tiên nguồn lực cho các xã khó khăn.
        Mục tiêu của đề án là mọi thôn có đường bê tông.
        Đại hội đề ra mục tiêu xây dựng Đảng bộ trong sạch, vững mạnh.
        Cần kiên quyết xử lý các hộ lấn chiếm vỉa hè.
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
        Thời gian tới, cần tập trung tháo gỡ khó khăn cho sản xuất kinh doanh.
        Để làm tốt công tác này, trước hết phải nâng cao nhận thức của người đứng đầu.
        Nhà nước cần có chính sách hỗ trợ thỏa đáng cho các vùng khó khăn.
        Đề nghị các cấp ủy quan tâm bố trí kinh phí cho hoạt động hội.
        Trong những năm tới, tỉnh sẽ ưu tiên phát triển công nghiệp sạch.
        Mỗi cán bộ, đảng viên phải thường xuyên tự soi, tự sửa.
        Phấn đấu đến năm 2030 trở thành huyện nông thôn mới nâng cao.
        Vụ tới, hợp tác xã sẽ thử giống lúa mới trên mười mẫu ruộng.
        Nhân đây cũng xin kiến nghị ngân hàng nới thời hạn vay.
        Đã đến lúc mỗi trường phải có cán bộ y tế của mình.
        Năm nay nhà máy quyết tâm thay xong dây chuyền cũ.
        Trong thời gian tới, Đảng bộ xác định tiếp tục giữ vững khối đoàn kết.
        Nhiệm vụ trọng tâm là hoàn thành đại hội chi bộ trước tháng ba.
        Mục tiêu đến năm 2030 là xóa hết nhà tạm.
        Hội xác định năm tới chuyển mạnh hoạt động về cơ sở.
        Cấp ủy các cấp cần nêu cao trách nhiệm nêu gương của người đứng đầu.
        Thời gian tới, huyện tập trung tháo gỡ khó khăn về mặt bằng cho doanh nghiệp.
        Sở kiến nghị Bộ sớm ban hành định mức kinh tế kỹ thuật mới.
        Năm 2025, trường phấn đấu có thêm ba giáo viên dạy giỏi cấp tỉnh.
        Ngành y tế đặt mục tiêu mỗi trạm có ít nhất một bác sĩ.
        Đề nghị Huyện ủy quan tâm bổ sung biên chế cho phòng.
        Giai đoạn tiếp theo, chương trình ưu tiên nguồn lực cho các thôn đặc biệt khó khăn.
        Các chi bộ tiếp tục quán triệt sâu sắc nội dung chỉ thị đến từng đảng viên.
        Hội đồng nhân dân sẽ giám sát chặt việc thực hiện lời hứa của các ngành.
        Tới đây, công ty sẽ thay toàn bộ lò hơi đốt than.
        Cần đa dạng hóa các kênh huy động vốn cho hạ tầng.
        Chính phủ nên có cơ chế khuyến khích tư nhân tham gia.
        Gia đình phải là chỗ dựa tinh thần cho con em.
        Mỗi người trẻ cần tự ý thức trách nhiệm gìn giữ bản sắc.
        Nhà trường cần đổi mới cách dạy lịch sử, gắn với trải nghiệm.
        Để phát triển bền vững, nhất thiết phải coi trọng yếu tố con người.
        Về lâu dài, phải tính tới việc phát hành trái phiếu công trình.
        Trước hết, cần hoàn thiện khung pháp lý về hợp tác công tư.
        Giải pháp căn cơ là nâng cao đời sống vật chất của nhân dân.
        Mục tiêu năm 2025 là tổng sản lượng lúa đạt 12.500 tấn, thu nhập bình quân 62 triệu đồng/người.
        Sáu tháng cuối năm, huyện phấn đấu giải ngân 100% vốn đầu tư công.
        Năm 2023, xã giao chỉ tiêu thu ngân sách 8,5 tỷ đồng.
        Kế hoạch quý IV là thu hoạch xong 1.200 ha lúa mùa.
        Dự kiến năm 2024, hợp tác xã kết nạp thêm 40 thành viên.
        Để hoàn thành kế hoạch, từ nay đến cuối năm phải thu thêm 2,4 tỷ đồng.
        Chỉ tiêu đặt ra cho năm 2020 là giảm 1,5% hộ nghèo.
        Tỉnh phấn đấu giữ tỷ lệ sinh ở mức 1,8 con/phụ nữ.
        Quý tới, chi cục tập trung thu hồi 12 tỷ đồng nợ đọng.
        Trường đăng ký năm học tới có 3 học sinh giỏi cấp tỉnh.
        Trong năm 2019, đơn vị phấn đấu 100% cán bộ xếp loại tốt.
        Công ty đặt kế hoạch doanh thu năm tới 320 tỷ đồng, lợi nhuận 18 tỷ đồng.
        Huyện sẽ trồng mới 300 ha rừng trong vụ xuân tới.
        Kiến nghị tỉnh bố trí 15 tỷ đồng để sửa chữa hồ chứa.
        Hội phấn đấu hằng năm giúp 50 hội viên thoát nghèo.
        Đảng bộ đề ra chỉ tiêu kết nạp 25 đảng viên trở lên mỗi năm.
    """,
    "": """
        Ngày 3/4, đồng chí Chủ tịch đã đến thăm và tặng quà bà con.
        Luật quy định người lao động được nghỉ 12 ngày mỗi năm.
        Phường tổ chức ba lớp tập huấn cho 150 hội viên.
        Theo quy định, hồ sơ phải nộp trước ngày 15 hằng tháng.
        Đồng chí Nguyễn Văn Bình giữ chức Phó Chủ tịch.
        Doanh nghiệp phải nộp tờ khai thuế theo quý.
        Thành phố nằm ở hạ lưu sông, có 12 phường.
        Dự hội nghị có đại diện các sở, ban, ngành.
        Hội nghị đã nghe báo cáo kết quả công tác năm.
        Cây chè được trồng ở xã từ năm 1962.
        Nghị định này quy định chi tiết về phí môi trường.
        Trung bình mỗi ngày bệnh viện tiếp nhận 300 lượt người.
        Chương trình gồm hai hợp phần.
        Trong tháng, đội đã kiểm tra 45 lượt tàu.
        Người dân phải đi 5 km để lấy nước.
        Chủ nghĩa Mác cho rằng vật chất quyết định ý thức.
        Kim ngạch xuất khẩu gạo đạt 3 tỷ USD, tăng 5%.
        Bão số 3 gây mưa lớn, nhiều tuyến đường ngập sâu.
        Khái niệm văn hóa công vụ được hiểu theo nhiều cách.
        Sau lễ khai mạc, các đội bước vào thi đấu.
        Ông Hùng cho biết gia đình ông thu 200 triệu đồng mỗi năm.
        Quỹ đã cho vay 120 hộ với số tiền 3 tỷ đồng.
        Năm 2019, xã đạt chuẩn nông thôn mới.
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
        Huyện nằm ở phía bắc của tỉnh, có diện tích tự nhiên hơn 300 km2.
        Công nghiệp phụ trợ là ngành sản xuất các linh kiện phục vụ lắp ráp.
        Ngày 12/3, Huyện ủy tổ chức hội nghị sơ kết công tác quý I.
        Giá vàng trong nước giảm do sức mua yếu.
        Toàn huyện đã tổ chức 12 lớp tập huấn cho 540 lượt người.
        Đoàn công tác đã thăm hỏi, tặng quà cho các gia đình chính sách.
        Thời tiết năm nay diễn biến phức tạp, mưa lũ kéo dài.
        Theo các nhà khoa học, gia đình là tế bào của xã hội.
        Ban kiểm tra chưa phát hiện vi phạm nào ở các đơn vị được kiểm tra.
        Khái niệm này được dùng lần đầu ở Nhật Bản vào những năm tám mươi.
        Gia đình truyền thống Việt Nam thường gồm ba thế hệ cùng chung sống.
        Ở nước ta, biển chiếm diện tích gấp ba lần đất liền.
        Theo số liệu điều tra, có 45,2% thanh niên được hỏi cho rằng lễ hội là cần thiết.
        Nghị quyết gồm ba phần, mười hai điều.
        Luật quy định người vi phạm phải khôi phục lại tình trạng ban đầu.
        Hội nghị diễn ra trong hai ngày với sự tham gia của 200 đại biểu.
        Các nước trong khu vực đều coi trọng phát triển kinh tế biển.
        Kỳ họp đã thông qua năm nghị quyết quan trọng.
        Tăng trưởng kinh tế và công bằng xã hội có mối quan hệ biện chứng.
        Bà là người phụ nữ đảm đang, được xóm giềng yêu mến.
        Từ đầu năm tới giờ trạm đã khám cho hai nghìn lượt người.
        Tính đến hết năm 2019, toàn tỉnh có 12 khu công nghiệp được thành lập.
        Nhân viên không gây phiền hà cho khách là điều ghi trong nội quy.
        Ban Thường vụ đã kịp thời ban hành hướng dẫn.
        Chi bộ có 15 đảng viên, trong đó 7 đồng chí là nữ.
        Trong năm, hội đã tổ chức ba chuyến về nguồn cho hội viên.
        Đảng ủy đã ban hành nghị quyết chuyên đề về phát triển chăn nuôi.
        Xã có hai dân tộc anh em cùng sinh sống, chủ yếu làm nghề nông.
        Đoàn đã khám, cấp thuốc miễn phí cho người cao tuổi.
        Trường được thành lập trên cơ sở sáp nhập hai điểm trường cũ.
        Công đoàn đã hỗ trợ xây ba mái ấm cho đoàn viên khó khăn.
        Giá tôm nguyên liệu giảm mạnh so với đầu vụ do nguồn cung dồi dào.
        Các đồng chí lãnh đạo huyện đã đến thăm và chúc Tết đơn vị.
        Hội nghị đã nghe báo cáo kết quả công tác quý I và thảo luận nhiệm vụ quý II.
        Thanh niên là người từ đủ 16 tuổi đến 30 tuổi.
        Văn hóa là nền tảng tinh thần của xã hội.
        Theo kết quả điều tra, 65% thanh niên thường xuyên về thăm ông bà.
        Khái niệm giá trị được hiểu theo nhiều cách khác nhau.
        Lối sống đô thị hình thành cùng với quá trình công nghiệp hóa.
        Hạ tầng gồm hạ tầng kinh tế và hạ tầng xã hội.
        Doanh nghiệp được lập hóa đơn khi bán hàng hóa, dịch vụ.
        Năm qua, tập đoàn đạt doanh thu 12.500 tỷ đồng.
        Dịch bệnh khiến nhu cầu đi lại giảm mạnh trên toàn cầu.
        Theo quy định, hóa đơn phải có chữ ký của người bán.
        Năm 2019, xã thu ngân sách đạt 8,5 tỷ đồng, bằng 106% kế hoạch.
        Kế hoạch năm giao 1.200 ha, đã thực hiện 1.150 ha.
        Sản lượng ước cả năm 12.500 tấn, tăng 3% so với năm trước.
        Dự báo giá gạo xuất khẩu tăng 5% trong quý tới.
        Theo quy định, lớp mẫu giáo không quá 35 trẻ.
        Thu nhập bình quân năm 2018 đạt 42 triệu đồng/người, chỉ tiêu là 40 triệu đồng.
        Đến cuối năm 2015 có 42% lao động qua đào tạo.
    """,
}
CASES = [(line.strip(), category) for category, lines in SENTENCES.items() for line in lines.strip().splitlines()]


def categories_of(sentence: str, basis: str = "cue") -> list[str]:
    """Return the categories of what a paragraph of this sentence alone states."""
    builder = SourceBuilder("text/plain")
    span = builder.paragraph(sentence)
    assert span is not None
    report = Report(builder.build(), Letterhead(), (Passage(span, Zone.BODY),))
    found = extract_assessments(report, PACKS, Described(kind="BC"))
    assert all(record.basis.value == basis for record in found)
    return [record.category.value for record in found]


@pytest.mark.parametrize(("sentence", "category"), CASES)
def test_what_a_sentence_says(sentence: str, category: str) -> None:
    assert categories_of(sentence) == ([category] if category else [])
