"""Sentences that judge or plan in plain words, without the phrases that offices have for it."""

import pytest

from extract.test_assessment_sentences import categories_of
from extract.test_assessments import found

SENTENCES = {
    "strength": """
        Nhiều cán bộ trẻ được điều động về xã đã trụ được, làm được, để lại dấu ấn với bà con.
        Việc công khai điểm thi đua hằng tháng khiến tình trạng nể nang không còn như trước.
        Hội nghị thống nhất đánh giá, chủ trương đưa cây quế lên đồi trọc là đúng và trúng, hợp lòng dân.
        Các chi bộ thôn vào cuộc quyết liệt, phân công đảng viên bám từng hộ.
        Nhìn lại một năm, phẩm chất người lính vẫn được anh em giữ gìn, nói đi đôi với làm.
        Chi hội Hai và chi hội Năm năng nổ, nhiều sáng kiến, xứng đáng là lá cờ đầu.
        Phong trào bám sát chỉ tiêu kỹ thuật nên thực chất hơn hẳn kiểu hô hào trước đây.
        Anh em thợ đường dây xử lý sự cố sau bão với tinh thần quên mình, trả điện cho dân sớm hơn cam kết.
        Việc bình xét dân chủ, công khai, không còn chuyện luân phiên danh hiệu.
        Kỷ luật nội vụ nghiêm, nội bộ đoàn kết.
        Quan hệ phối hợp với Công an và Tòa án chặt chẽ, kiến nghị có căn cứ nên đều được tiếp thu.
        Chất lượng trạm y tế năm nay tiến bộ khá toàn diện so với năm trước.
        Việc thi hành kỷ luật bảo đảm công minh, chính xác, kịp thời, không có trường hợp oan sai.
        Công tác giám sát có chuyển biến tốt, đã kịp thời nhắc nhở khi vi phạm còn manh nha.
        Tháng hành động năm nay diễn ra sôi nổi, đều khắp, nhiều phần việc được người dân khen ngợi.
        Nội dung chuyển đổi số chọn đúng và trúng, phát huy được thế mạnh của người trẻ.
        Cái được trước hết, thưa các đồng chí, là lòng tin của bà con.
        Tổ vay vốn đã kéo được nhiều hộ thoát cảnh vay nóng.
        Tỷ lệ hộ dùng nước sạch nhích từ 61% lên 79%, đó là bước tiến mà trước đây không ai nghĩ tới.
        Bộ máy của xã sau sắp xếp vận hành trơn tru, hồ sơ của dân được trả sớm hơn trước.
        Các khoản thu chi được công khai tại bảng tin nên không còn thắc mắc.
        Kết quả phổ cập bơi cho trẻ vượt xa mong đợi ban đầu.
        Đội ngũ bác sĩ trẻ làm chủ nhiều kỹ thuật khó, người bệnh không phải chuyển tuyến.
        Mô hình tổ tự quản được nhiều xã bạn đến học tập.
        Công tác hòa giải ở cơ sở phát huy tác dụng, nhiều mâu thuẫn được dàn xếp ngay từ đầu.
        Ban Chấp hành giữ được sự thống nhất, việc lớn việc nhỏ đều bàn bạc.
        Đồng bào yên tâm định cư, bỏ hẳn lối du canh.
        Chất lượng các kỳ họp được cử tri ghi nhận.
        Tinh thần trách nhiệm của cán bộ thôn rất đáng trân trọng.
        Ngân hàng giữ được nợ xấu ở mức thấp, khách hàng tin tưởng.
        Việc sắp xếp lại chợ đã đi vào nền nếp, tiểu thương đồng tình.
        Quân số huấn luyện luôn bảo đảm, bắn đạn thật đạt giỏi.
        So với nhiệm kỳ trước, hoạt động giám sát có trọng tâm hơn, bớt hình thức.
        Điểm nổi bật là các chi bộ nông thôn đã duy trì được lịch sinh hoạt.
        Uy tín của Hội trong nhân dân ngày một cao.
        Việc thanh toán không tiền mặt được người dân đón nhận nhanh.
        Các hợp tác xã kiểu mới làm ăn có lãi, xã viên phấn chấn.
        Tình làng nghĩa xóm thêm bền chặt, việc cưới việc tang tiết kiệm hơn.
        Hội đã làm tốt vai trò cầu nối giữa chính quyền với người dân.
        Nông dân mạnh dạn đưa giống mới vào đồng ruộng, năng suất vượt trội.
        Công tác phòng dịch được chủ động từ sớm, không để dịch lan ra diện rộng.
        Đảng viên trẻ xông xáo, nhận việc khó.
        Các khoản đóng góp được dân bàn, dân quyết nên thu rất nhanh.
        Bệnh viện đã xóa được tình trạng nằm ghép.
        Chi bộ giữ nghiêm nguyên tắc tập trung dân chủ, không có biểu hiện bè phái.
        Chất lượng cán bộ nguồn được chuẩn bị khá bài bản, có tính kế thừa.
        Đường làng rộng rãi, đèn sáng về đêm, bà con ra vào yên tâm.
        Tỷ lệ tốt nghiệp cao nhất từ trước đến nay.
        Xã đã giữ được danh hiệu đơn vị dẫn đầu ba năm liền.
        Thái độ phục vụ của nhân viên y tế có bước tiến rõ.
        Phong trào hiến đất làm đường được dân ủng hộ nhiệt tình.
        Các tổ hợp tác sản xuất rau an toàn đi vào hoạt động hiệu quả.
        Tập thể lãnh đạo đoàn kết, trên dưới một lòng.
        Lực lượng dân quân luôn sẵn sàng khi có lệnh.
        Chủ trương dồn điền đổi thửa được đông đảo nông dân đồng thuận.
        Bộ mặt nông thôn thay da đổi thịt, đường liên thôn phẳng lì tới tận ngõ.
        Chưa năm nào hội viên đóng quỹ nhanh như năm nay.
        Sau ba năm, không còn hộ nào trong tổ phải vay nóng.
        Bà con ai cũng phấn khởi vì nước sạch đã về đến bản.
        Đội ngũ giáo viên trẻ, xông xáo, chịu khó đổi mới cách dạy.
        Nhiều việc khó như giải phóng mặt bằng đã được tháo gỡ gọn.
        Lần đầu tiên, xã có sản phẩm đạt 4 sao OCOP.
        Tinh thần làm việc của anh em trong tổ rất cao, không quản ngày nghỉ.
        Kết quả đó khẳng định hướng đi của hợp tác xã là đúng.
        Công tác tiếp dân đi vào nền nếp, đơn thư vượt cấp giảm hẳn.
        Ý thức chấp hành luật giao thông của học sinh được cải thiện thấy rõ.
        Phong trào văn nghệ quần chúng nở rộ ở khắp các thôn.
        Trình độ tay nghề của công nhân được nâng lên một bước.
        Doanh thu vượt xa kế hoạch, người lao động có thu nhập khá.
        Việc áp dụng phần mềm giúp rút ngắn một nửa thời gian xử lý hồ sơ.
        Vai trò của già làng trong hòa giải được phát huy tốt.
        Quan hệ giữa nhà trường và phụ huynh ngày một khăng khít.
        Số vụ trộm cắp giảm mạnh, người dân yên tâm làm ăn.
        Cán bộ thôn nói được, làm được nên dân tin.
        Chất lượng khám chữa bệnh được người dân đánh giá cao.
        Các chỉ tiêu chủ yếu đều đạt và vượt.
        Công ty giữ vững được thị phần trong điều kiện cạnh tranh gay gắt.
        Đa số đoàn viên có lập trường tư tưởng vững vàng.
        Những con đường hoa do chị em trồng đã làm đẹp thêm làng quê.
        Chế độ thông tin báo cáo được duy trì nghiêm túc, đúng thời gian.
        Hội đã làm tốt vai trò cầu nối giữa hội viên với ngân hàng.
        Các em mạnh dạn giơ tay, giờ học không còn trầm như trước.
        Chất lượng đội ngũ cốt cán của phong trào được trẻ hóa.
        Chỉ trong ba tháng, đường ống đã nối tới từng nhà.
        Chính sách này đã thực sự đi vào lòng dân.
        Công đoàn cơ sở thực sự là chỗ dựa của người lao động.
        Công tác đền ơn đáp nghĩa được các cấp, các ngành chung tay thực hiện.
        Cử tri ghi nhận sự cầu thị của lãnh đạo huyện.
        Đời sống văn hóa tinh thần của đồng bào khởi sắc.
        Đường dây nóng hoạt động suốt ngày đêm, mọi phản ánh đều được hồi âm.
        Kho lưu trữ được sắp xếp khoa học, dễ tra cứu.
        Kỷ cương hành chính được thiết lập lại.
        Mô hình trồng dưa lưới cho lãi gấp ba trồng lúa.
        Một số chỉ tiêu về đích sớm trước cả năm.
        Nề nếp sinh hoạt được giữ đều đặn.
        Nguồn lực xã hội hóa được khơi thông.
        Người bệnh không phải chờ lâu như trước.
        Nhà máy đã làm chủ dây chuyền, không phải thuê chuyên gia.
        Nhận thức của các cấp ủy về công tác dân vận sâu sắc hơn.
        Nhiều đoàn viên tình nguyện ở lại trực Tết.
        Phần lớn ý kiến của dân được trả lời thỏa đáng.
        Sản phẩm tạo được chỗ đứng trên thị trường.
        Sau sáp nhập, bộ máy tinh gọn, vận hành thông suốt.
        Số hóa hồ sơ giúp cán bộ đỡ vất vả hẳn.
        Tập thể lãnh đạo trên dưới một lòng.
        Thế trận lòng dân được củng cố.
        Tỷ lệ hòa giải thành cao nhất tỉnh.
        Trường giữ vững danh hiệu chuẩn quốc gia nhiều năm liền.
        Vệ sinh môi trường có tiến bộ.
        Việc gì khó cũng được bàn bạc dân chủ rồi mới làm.
        Vụ án được điều tra khẩn trương, đúng người, đúng tội.
        Xã đã xóa trắng hộ đói từ hai năm nay.
        Mạng lưới thư viện cơ sở từng bước được kiện toàn, cách phục vụ có nhiều đổi mới.
        Năng lực giám sát dịch bệnh được cải thiện rõ rệt; đã khống chế được các ổ dịch nguy hiểm.
        Có bước đột phá trong đầu tư trường lớp, hầu hết các trường đã được cải tạo, nâng cấp.
        Quy mô và tiềm lực của ngành được nâng lên, tài chính cơ bản ổn định.
        Hoạt động của Hội từng bước hướng mạnh về cơ sở.
        Kết quả khảo sát cho thấy công tác quản lý chi phù hợp với tình hình địa phương, cơ bản tuân thủ quy định.
        Các cấp hội đã nỗ lực vượt qua khó khăn, đổi mới nội dung sinh hoạt và hoàn thành cơ bản các chỉ tiêu.
        Đội ngũ trí thức trẻ ngày càng đông đảo, tiếp cận nhanh khoa học công nghệ.
        Nhiều quyền lợi hợp pháp của người lao động được quan tâm và cụ thể hóa.
        Giáo dục mũi nhọn tiếp tục khẳng định vị thế trong tốp đầu cả nước.
        Công tác cải cách hành chính đạt kết quả quan trọng, chỉ số hài lòng tăng qua các năm.
        Quốc phòng, an ninh được giữ vững; đối ngoại được mở rộng.
        Công tác xây dựng Đảng được triển khai toàn diện, đồng bộ, có trọng tâm, trọng điểm.
        Vai trò lãnh đạo, sức chiến đấu của tổ chức cơ sở đảng được nâng cao.
        Bản sắc văn hóa dân tộc được bảo tồn, tôn tạo và phát huy.
        Cơ cấu kinh tế chuyển dịch đúng hướng, tỷ trọng công nghiệp tăng dần.
        Thể chế kinh tế thị trường từng bước được hoàn thiện.
        Kinh tế vĩ mô cơ bản ổn định, các cân đối lớn được bảo đảm.
        Môi trường đầu tư thông thoáng, hấp dẫn hơn.
        Sự nghiệp y tế có nhiều tiến bộ cả về quy mô và chất lượng.
        Đây là thành tích đáng ghi nhận của tập thể sư phạm nhà trường.
        Nhà trường luôn nhận được sự tin yêu của phụ huynh.
        Chất lượng nguồn nhân lực được cải thiện, tỷ lệ lao động qua đào tạo tăng từ 45% lên 61%.
        Ý chí vươn lên của đoàn viên, thanh niên được khơi dậy mạnh mẽ.
        Chất lượng tranh tụng tại phiên tòa được nâng lên, hạn chế thấp nhất án bị hủy do lỗi chủ quan.
        Tinh thần sẵn sàng chiến đấu của đơn vị luôn ở mức cao.
        Kết quả diễn tập đạt loại giỏi, an toàn tuyệt đối về người và vũ khí.
        Tỷ lệ học sinh khá, giỏi tăng dần qua các năm, học sinh yếu giảm rõ.
        Việc ứng dụng công nghệ thông tin đã tạo bước chuyển trong quản lý hồ sơ bệnh án.
        Hệ thống chính trị cơ sở hoạt động ngày càng hiệu quả.
        Nhiều mô hình sản xuất gắn với chuỗi liên kết được hình thành và phát huy hiệu quả.
        Công tác phát triển đảng viên trong học sinh, sinh viên được quan tâm đúng mức.
        Đoàn kiểm tra ghi nhận tinh thần chủ động, cầu thị của đơn vị.
        Công tác quyết toán bảo đảm đúng chế độ, đúng thời hạn.
        Số thu nội địa vượt dự toán, cơ cấu thu bền vững hơn.
        Thủ tục hải quan được đơn giản hóa, thời gian thông quan rút ngắn đáng kể.
        Các nghị quyết của chi bộ sát với tình hình, dễ nhớ, dễ thực hiện.
        Sự lãnh đạo của cấp ủy đối với công tác thanh tra ngày càng toàn diện, sâu sát.
        Tình hình an ninh trật tự trên địa bàn cơ bản ổn định.
        Người dân nghiêm chỉnh chấp hành, đồng thuận cao với chủ trương thu hồi đất.
        Vị thế của trường trong hệ thống giáo dục đại học được khẳng định.
        Nhiều cán bộ trưởng thành từ phong trào, đảm nhận tốt nhiệm vụ.
        Công trình hoàn thành đã giải quyết cơ bản tình trạng thiếu nước mùa khô.
        Hầu hết các dự án đều bám sát tiến độ, chất lượng bảo đảm.
        Phong cách, thái độ phục vụ của nhân viên y tế có chuyển biến tích cực.
        Tổ chức đảng trong doanh nghiệp thể hiện được vai trò hạt nhân.
        Tuy chưa đủ vốn theo kế hoạch nhưng ba tuyến đường đã được khởi công, hai cầu đã thông xe.
        Mặc dù còn nhiều khó khăn nhưng xã đã hoàn thành 3 km đường bê tông.
        Tuy điều kiện kinh phí còn eo hẹp, song chi đoàn vẫn duy trì 12 buổi sinh hoạt mỗi năm.
        Mặc dù mưa lũ kéo dài nhưng diện tích lúa gieo cấy vẫn đạt kế hoạch.
        Quy chế mới đã tạo ra hành lang thuận tiện để các tổ tự quản làm việc.
    """,
    "limitation": """
        Có nơi coi việc học tập nghị quyết là làm cho xong, cán bộ lên lớp đọc lại tài liệu.
        Cả huyện tới nay mới có 3 cơ sở đạt chuẩn trong khi kế hoạch là 8 cơ sở.
        Sinh hoạt chi hội còn tẻ nhạt, đọc xong báo cáo là giải tán.
        Một số hội viên mới chuyển về không đăng ký mà chi hội cũng không đến vận động.
        Việc giáo dục truyền thống trong nhà trường chưa làm được bao nhiêu.
        Chỉ tiêu mất điện không đạt, cao hơn kế hoạch 60 phút, đây là điều đáng phải suy nghĩ.
        Một số phòng tham gia thi đua cầm chừng, đăng ký cho có.
        Sáng kiến chủ yếu ở khâu kỹ thuật, mảng kinh doanh gần như bỏ trống.
        Đây là tỷ lệ thấp nhất trong các huyện miền núi của tỉnh, cần phải nghiêm túc nhìn nhận.
        Khâu kiểm soát nhiễm khuẩn vẫn là khâu yếu.
        Sinh hoạt tổ chuyên môn có tổ vẫn làm cho có, ít bàn về bài học.
        Đoàn khối doanh nghiệp gần như đứng ngoài cuộc; một vài xã đoàn chạy theo số lượng.
        Báo cáo gửi trễ hạn, số liệu vênh nhau.
        Chúng tôi chưa chạm được tới nhóm phụ nữ trẻ đi làm công ty.
        Số lượng, chất lượng kháng nghị chưa tương xứng với số án bị sửa.
        Hồ sơ đất đai trễ hẹn còn chiếm tỷ lệ lớn, dân phải đi lại nhiều lần.
        Không ít cuộc họp kéo dài mà không đi đến kết luận.
        Công tác quy hoạch treo nhiều năm khiến người dân không dám xây nhà.
        Trang thiết bị phòng thí nghiệm mua về nhưng không dùng được.
        Cán bộ xã phụ trách nông nghiệp phải kiêm ba, bốn việc, ít xuống đồng.
        Nhiều nơi còn phó thác công tác khuyến học cho nhà trường.
        Nguồn thu ngân sách bấp bênh, phụ thuộc vào đấu giá đất.
        Sản phẩm OCOP làm ra nhưng đầu ra không có, chủ yếu bán ở hội chợ.
        Hệ thống loa thôn hỏng đã lâu, thông tin đến dân không kịp.
        Một số đồng chí chưa gương mẫu, nói chưa đi đôi với làm.
        Việc ghi biên bản họp chi bộ có nơi làm qua quýt.
        Chất lượng nguồn nước sinh hoạt ở hai thôn ven sông chưa bảo đảm.
        Phong trào thể thao quần chúng lúc lên lúc xuống, phụ thuộc người đứng đầu.
        Tỷ lệ nhập học lớp 10 công lập thấp, học sinh nghỉ giữa chừng đi làm thuê.
        Phần mềm hay lỗi, cán bộ phải nhập đi nhập lại.
        Tổ chức đảng trong doanh nghiệp tư nhân phát triển rất khó khăn.
        Vẫn còn tư tưởng bình quân trong bình xét thi đua.
        Vai trò nêu gương của một số trưởng thôn mờ nhạt.
        Chế độ cho cán bộ không chuyên trách thấp nên khó giữ người.
        Nhiều cán bộ đi học về không áp dụng được vào công việc.
        Tình trạng họp nhiều, họp dài chưa có chuyển biến.
        Một vài cấp ủy viên ngại nói thẳng, thấy sai không đấu tranh.
        Thanh niên nông thôn thiếu sân chơi, ít mặn mà với sinh hoạt Đoàn.
        Hạ tầng thương mại biên giới sơ sài, hàng hóa ùn ứ vào mùa cao điểm.
        Việc giải ngân vốn sự nghiệp ì ạch suốt ba quý đầu năm.
        Hồ sơ thanh quyết toán lập chậm, phải trả lại nhiều lần.
        Một số thôn khoán trắng việc vệ sinh cho chị em phụ nữ.
        Chất lượng tin nhắn phản ánh của người dân xử lý còn sơ sài, trả lời lấy lệ.
        Kết quả thanh tra công bố muộn, tính răn đe không cao.
        Sự phối hợp giữa hai ngành vẫn theo kiểu việc ai nấy làm.
        Các điểm du lịch cộng đồng na ná nhau, khách không quay lại.
        Cơ sở dữ liệu dân cư chưa liên thông, cán bộ phải nhập tay.
        Vùng nguyên liệu chưa ổn định nên nhà máy chạy không hết công suất.
        Không ít hộ vay vốn sử dụng sai mục đích.
        Cơ sở vật chất trường mầm non còn tạm bợ.
        Kỷ luật lao động ở một số tổ chưa nghiêm.
        Vốn điều lệ nhỏ nên hợp tác xã khó vay ngân hàng.
        Nội dung sinh hoạt chi hội lặp đi lặp lại, không hấp dẫn.
        Cán bộ tư pháp xã thường xuyên thay đổi.
        Một số vụ việc kéo dài, giải quyết chưa dứt điểm.
        Công tác thông tin, báo cáo của các đơn vị chưa kịp thời.
        Việc xã hội hóa các khu vui chơi gần như chưa có gì.
        Ý thức bảo vệ rừng của một bộ phận người dân còn hạn chế.
        Mức hưởng thụ văn hóa giữa các vùng còn chênh lệch.
        Số hội viên tham gia sinh hoạt thất thường.
        Lãnh đạo một vài phòng chưa quan tâm đúng mức đến cải cách hành chính.
        Tiến độ lập quy hoạch chung xây dựng chậm so với yêu cầu.
        Một bộ phận cán bộ vẫn giữ lối làm việc giấy tờ, xa dân.
        Đường vào khu sản xuất nhiều đoạn vẫn lầy lội về mùa mưa.
        Thu quỹ hội mới được hơn nửa kế hoạch.
        Có nơi cả quý không họp chi hội lần nào.
        Sản phẩm làm ra khó bán, giá bấp bênh.
        Hồ sơ lưu trữ lộn xộn, tìm một văn bản mất cả buổi.
        Không ít dự án dở dang nhiều năm, gây lãng phí.
        Trang thiết bị của trạm y tế đã cũ, hỏng hóc thường xuyên.
        Kỹ năng ngoại ngữ của sinh viên ra trường không đáp ứng được yêu cầu tuyển dụng.
        Cán bộ đoàn thay đổi liên tục nên phong trào đứt quãng.
        Tình trạng học sinh bỏ học giữa chừng vẫn diễn ra ở các xã vùng cao.
        Các lớp tập huấn mới nặng về lý thuyết, chưa gắn với thực hành.
        Người dân còn e dè, chưa mạnh dạn vay vốn.
        Công tác kiểm tra chỉ dừng ở mức nhắc nhở.
        Sinh hoạt chi bộ ở vài nơi tẻ nhạt, ít người phát biểu.
        Tỷ lệ giải ngân đạt thấp so với bình quân chung.
        Rác thải sinh hoạt vẫn tồn đọng ở đầu làng.
        Ba trong tám chỉ tiêu không hoàn thành.
        Khâu thẩm định giá còn sơ hở, dễ bị lợi dụng.
        Sự phối hợp giữa hai ngành có lúc chưa ăn khớp.
        Nhiều văn bản ban hành chậm, nội dung sao chép của cấp trên.
        Lực lượng kiểm lâm mỏng, địa bàn rộng nên khó bao quát.
        Chất lượng nước ở ba trạm cấp không ổn định.
        Năng suất lao động của ngành thuộc nhóm thấp trong khu vực.
        Thanh niên đi làm ăn xa gần hết, phong trào thiếu lực lượng nòng cốt.
        Việc thu hồi nợ đọng thuế gặp nhiều trở ngại.
        Chợ xây xong bỏ không, tiểu thương không vào họp.
        Vẫn còn 3 đảng viên vi phạm phải xử lý kỷ luật.
        Quy hoạch thiếu tầm nhìn, phải điều chỉnh nhiều lần.
        Biên chế giao thấp hơn nhu cầu, một người gánh việc của ba người.
        Cán bộ trẻ vào nghề thiếu người kèm cặp.
        Chế độ cho cộng tác viên quá thấp, không giữ chân được họ.
        Chính sách ban hành nhiều nhưng khó vào cuộc sống.
        Có đồng chí nói nhiều làm ít.
        Có thời điểm trạm không có bác sĩ trực.
        Công tác dự báo chưa sát.
        Công trình nước sạch xây xong mà dân không dùng được.
        Đầu ra cho nông sản vẫn là nỗi lo của bà con.
        Điểm thi môn Toán của trường đứng áp chót toàn huyện.
        Đội hình văn nghệ già đi, không có lớp kế cận.
        Học sinh học lệch, xem nhẹ các môn xã hội.
        Hợp đồng bị chậm thanh lý, để kéo dài sang năm sau.
        Không phải nơi nào cũng làm đúng quy trình.
        Khoảng cách giữa nói và làm còn xa.
        Kinh phí eo hẹp, hoạt động cầm chừng.
        Mỗi năm vẫn có vài chục lao động bỏ việc.
        Một số tuyến đường vừa làm xong đã hư hỏng.
        Nghị quyết ra rồi nhưng chậm đi vào thực tế.
        Người dân phải đi lại ba bốn lần mới xong một thủ tục.
        Nhà văn hóa xây to mà quanh năm đóng cửa.
        Nhiều chỉ tiêu đặt ra quá cao so với khả năng.
        Nội dung sinh hoạt lặp lại, gây nhàm chán.
        Phòng thí nghiệm có máy nhưng không ai biết vận hành.
        Phong trào lên rồi xuống, không giữ được lâu.
        Quy định chồng lên nhau, mỗi nơi hiểu một phách.
        Rừng phòng hộ tiếp tục bị xâm lấn.
        Sản xuất vẫn theo lối cũ, mạnh ai nấy làm.
        Sổ sách kế toán ghi chép tùy hứng.
        Số đông hội viên lớn tuổi, hoạt động kém sôi nổi.
        Tiếng nói của công nhân ít được lắng nghe.
        Tỷ lệ bỏ phiếu tín nhiệm thấp ở hai chức danh.
        Trình độ cán bộ không theo kịp yêu cầu chuyển đổi số.
        Tuyên truyền mới đến được cán bộ, chưa tới dân.
        Vai trò giám sát của Mặt trận chưa được phát huy đúng tầm.
        Việc lấy ý kiến dân chỉ làm cho đủ thủ tục.
        Vốn giao chậm, gần cuối năm mới về.
        Xe công dùng sai mục đích vẫn xảy ra.
        Ý kiến cử tri gửi đi nhiều tháng không thấy trả lời.
        Tuy nhiên, việc xây dựng đề án đến nay vẫn chưa hoàn thiện.
        Chất lượng tăng trưởng còn thấp, chưa tương xứng tiềm năng, lợi thế của vùng.
        Công tác quy hoạch cán bộ ở một số nơi còn khép kín, thiếu tính liên thông.
        Việc sơ kết, tổng kết có lúc chưa thành nền nếp.
        Một số cấp ủy chưa thật sự quan tâm đến công tác kiểm tra, giám sát.
        Năng lực cạnh tranh của doanh nghiệp trong tỉnh còn hạn chế.
        Tình trạng thiếu giáo viên bộ môn diễn ra ở nhiều trường.
        Sự gắn kết giữa nghiên cứu và ứng dụng chưa cao.
        Trình độ, kỹ năng của một bộ phận lao động chưa đáp ứng yêu cầu của nhà máy.
        Các hình thức sinh hoạt chậm đổi mới, chưa hấp dẫn giới trẻ.
        Cơ chế tự chủ tài chính còn nhiều vướng mắc trong thực hiện.
        Công tác phối hợp giữa các ban, ngành có việc chưa đồng bộ.
        Tiến độ cổ phần hóa, thoái vốn còn chậm so với kế hoạch.
        Đời sống một bộ phận đồng bào dân tộc thiểu số còn khó khăn.
        Ô nhiễm môi trường ở các làng nghề chậm được khắc phục.
        Hiệu lực, hiệu quả quản lý nhà nước trên lĩnh vực đất đai chưa cao.
        Tệ nạn xã hội diễn biến phức tạp, tội phạm công nghệ cao gia tăng.
        Nhiều nội dung của nghị quyết chậm được cụ thể hóa.
        Số đề tài được chuyển giao vào sản xuất còn khiêm tốn.
        Biểu hiện suy thoái, chạy theo danh lợi ở một số cán bộ vẫn chưa được đẩy lùi.
        Tỷ lệ án bị hủy, sửa do nguyên nhân chủ quan còn vượt chỉ tiêu Quốc hội giao.
        Trang bị của lực lượng chữa cháy lạc hậu, thiếu phương tiện chữa cháy nhà cao tầng.
        Công tác thi hành án đối với các vụ việc kinh tế còn nhiều vướng mắc, kết quả thu hồi tài sản thấp.
        Một số công trình thi công kéo dài, phát sinh khối lượng, đội vốn.
        Hồ sơ thanh toán của chủ đầu tư thường dồn vào cuối năm.
        Chất lượng giáo dục giữa các vùng còn chênh lệch.
        Tình trạng quá tải ở tuyến trên chưa được khắc phục căn bản.
        Việc kiểm tra sau thông quan chưa đi vào chiều sâu.
        Số doanh nghiệp giải thể, tạm ngừng hoạt động tăng so với năm trước.
        Cán bộ pháp chế hầu hết kiêm nhiệm, ít được bồi dưỡng.
        Nhiều kiến nghị sau thanh tra chậm được thực hiện.
        Công tác tự phê bình và phê bình ở một số chi bộ còn hình thức, nể nang.
        Huấn luyện có nội dung chưa sát thực tế chiến đấu.
        Tai nạn lao động trong khai thác hầm lò vẫn xảy ra.
        Bệnh viện thiếu thuốc, vật tư trong một số thời điểm.
        Hoạt động khởi nghiệp của sinh viên chủ yếu mang tính phong trào.
        Đầu tư cho khoa học và công nghệ chưa đến 0,5% GDP.
        Khả năng tiếp cận vốn của doanh nghiệp nhỏ bị hạn chế.
        Diện tích rừng trồng có chứng chỉ mới chiếm tỷ lệ nhỏ.
        Sự phối hợp giữa nhà trường, gia đình và xã hội có mặt còn lỏng lẻo.
        Hệ thống quan trắc môi trường thiếu đồng bộ, dữ liệu rời rạc.
        Xuất khẩu phụ thuộc lớn vào khu vực có vốn đầu tư nước ngoài.
        Công tác cán bộ nữ chưa đạt chỉ tiêu đề ra.
        Quy trình, thủ tục thanh toán bảo hiểm y tế còn rườm rà.
        Chưa có cơ chế khuyến khích đủ mạnh để thu hút chuyên gia.
        Tuy số lượng sinh viên tăng nhanh nhưng số có việc làm đúng ngành lại ít.
        Mặc dù được hỗ trợ vốn nhưng 5 hợp tác xã phải ngừng hoạt động.
        Nhiều huyện có số thu sụt giảm, nhất là hai huyện ven biển.
        Hợp tác xã phải thuê kho ở xa khiến chi phí bảo quản tăng thêm.
    """,
    "cause": """
        Lý giải tình trạng này, Trưởng phòng Nông nghiệp cho rằng lực lượng khuyến nông mỏng, lại kiêm nhiều việc.
        Được kết quả đó, theo chúng tôi, là vì chi bộ biết dựa vào dân, vì trưởng thôn làm hết lòng.
        Có tình trạng trên một phần vì bí thư chi đoàn mới được bầu, phần khác vì Ban Thường vụ ít xuống cơ sở.
        Ấy là bởi chúng tôi chưa quen làm việc trên môi trường mạng.
        Nguyên nhân chính vẫn là ở con người, nhất là người đứng đầu.
        Hạn chế trên có phần do cấp trên giao việc dồn vào cuối năm.
        Sở dĩ còn tình trạng này là bởi khâu kiểm tra bị buông.
        Kết quả đó có được nhờ sự vào cuộc của cả hệ thống chính trị.
        Về khách quan, mưa lũ kéo dài làm chậm tiến độ thi công.
        Tình trạng nợ đọng kéo dài bắt nguồn từ việc giao vốn không sát thực tế.
        Điều này chủ yếu xuất phát từ tâm lý ngại thay đổi của một bộ phận cán bộ.
        Nguyên nhân không gì khác ngoài sự buông lỏng quản lý.
        Làm được điều đó là nhờ chi bộ chọn đúng việc dân cần.
        Những kết quả trên có được là nhờ sự đồng thuận của nhân dân.
        Nguyên nhân chủ quan là cán bộ phụ trách chưa bám cơ sở.
        Sở dĩ có tình trạng đó là vì cán bộ chuyên trách phải kiêm nhiệm nhiều việc.
        Những yếu kém nêu trên bắt nguồn từ nhận thức chưa đúng của người đứng đầu.
        Kết quả ấy có được là nhờ sự chung sức của bà con.
        Một phần là vì kinh phí cấp về muộn.
        Do thiếu vốn đối ứng nên công trình phải giãn tiến độ.
        Bởi lẽ cán bộ ít được đào tạo bài bản.
        Có kết quả này trước hết nhờ cấp ủy biết dựa vào dân.
        Điều này xuất phát từ chỗ quy định cũ không còn phù hợp.
        Lý do chính là nhà thầu thiếu năng lực.
        Nguyên nhân sâu xa nằm ở khâu tuyển chọn.
        Phần vì vốn ít, phần vì ngại đổi mới, các hộ không mở rộng chuồng trại.
        Sự trì trệ ấy có phần lỗi của người đứng đầu.
        Thành công đó là do biết phát huy dân chủ.
        Trách nhiệm trước hết thuộc về ban quản lý dự án.
        Nguyên nhân chủ yếu của hạn chế trên là do cấp ủy thiếu kiểm tra, đôn đốc.
        Những hạn chế nêu trên do nhiều nguyên nhân, trong đó chủ yếu là nguyên nhân chủ quan.
        Có được kết quả đó là nhờ sự lãnh đạo sâu sát của Tỉnh ủy.
        Tình trạng này xuất phát từ công tác quản lý lỏng lẻo kéo dài.
        Nguyên nhân của tình trạng trên trước hết là do nhận thức của người đứng đầu.
        Sự chậm trễ này một phần do thủ tục đấu thầu kéo dài.
        Có kết quả trên là do Đảng ủy đã tập trung lãnh đạo quyết liệt.
        Về chủ quan, một số đơn vị chưa chủ động xây dựng kế hoạch.
        Cán bộ địa chính thiếu và hồ sơ lưu trữ không đầy đủ cũng là một nguyên nhân.
    """,
    "lesson": """
        Thực tiễn ở huyện cho thấy, luân chuyển chỉ có ý nghĩa khi gắn với một việc khó cụ thể.
        Ở đâu người đứng đầu công tâm, ở đó phong trào mạnh.
        Qua một năm thấy rằng muốn hội viên gắn bó thì Hội phải lo cho họ từ việc nhỏ.
        Cách làm hay rút ra là giao việc theo sở trường của từng nhóm.
        Kinh nghiệm cho thấy cán bộ đi trước thì làng nước theo sau.
        Muốn phong trào bền thì phải có người giữ lửa, đó là điều chúng tôi thấm nhất.
        Bài học lớn nhất là muốn dân tin thì cán bộ phải nói ít làm nhiều.
        Qua đợt dịch mới thấy nơi nào chi bộ mạnh thì nơi đó dân ít hoang mang.
        Thực tiễn cho thấy, nơi nào cấp ủy quan tâm thì nơi đó phong trào mạnh.
        Bài học rút ra là phải dựa vào dân, lấy dân làm gốc.
        Kinh nghiệm cho thấy phải chuẩn bị kỹ nhân sự trước đại hội.
        Muốn phong trào bền vững thì phải chăm lo lợi ích thiết thực của đoàn viên.
        Công tác cán bộ phải đi trước một bước, đó là bài học sâu sắc nhất.
        Từ thực tiễn trên, Hội nhận thấy ở đâu chi hội trưởng gương mẫu thì ở đó phong trào mạnh.
    """,
    "remedy": """
        Trước mắt, để chữa bệnh hình thức, Ban Thường vụ yêu cầu mỗi chi bộ đăng ký một việc cụ thể.
        Để chấm dứt tình trạng báo cáo trễ hạn, huyện dùng biểu mẫu trực tuyến, nơi nào trễ thì trừ điểm thi đua.
        Để kéo giảm thời gian mất điện, từ tháng 1 Công ty lập tổ điều phối lịch cắt điện chung.
        Khắc phục yếu kém môn Tiếng Anh bằng cách mở câu lạc bộ nói, kiểm tra nói hằng tháng.
        Khắc phục tình trạng hồ sơ sơ sài: in bộ biểu mẫu thống nhất, tập huấn tại cụm.
        Để khắc phục, Đảng ủy phân công từng đồng chí cấp ủy dự sinh hoạt với chi bộ yếu.
        Các thiếu sót nêu trên sẽ được Ban Giám đốc chỉ đạo sửa ngay trong quý I.
        Cách tháo gỡ là giao quyền cho trưởng thôn ký xác nhận ban đầu.
        Để khắc phục tình trạng trên, Sở yêu cầu các trường niêm yết công khai các khoản thu.
        Những thiếu sót này phải được khắc phục xong trong quý II.
        Khắc phục hạn chế này, từ quý III Chi cục sẽ phân công cán bộ theo dõi từng xã.
        Các tồn tại về hồ sơ phải được chấn chỉnh ngay trong tháng 6.
    """,
    "direction": """
        Tôi cũng tha thiết đề nghị cấp trên có chương trình dạy nghề cho chị em.
        Bệnh viện cam kết giữ vững các tiêu chí đã đạt, năm sau nâng điểm trung bình lên mức 4.
        Sang năm, chúng tôi sẽ lập 3 nhóm Zalo chi hội trẻ.
        Năm tới, xã ưu tiên nguồn lực hoàn thành hai tuyến đường liên thôn.
        Xin kiến nghị huyện sớm bổ sung biên chế cho trạm thú y.
        Thời gian tới, Hội sẽ mở thêm ba lớp nghề cho chị em.
        Huyện đặt mục tiêu đến năm 2025 không còn nhà tạm.
        Cần sớm có cơ chế hỗ trợ cán bộ dôi dư sau sắp xếp.
        Sắp tới, huyện sẽ rà soát lại toàn bộ quy hoạch chợ.
        Mục tiêu của trường là đến năm 2026 đạt chuẩn mức độ 2.
        Đề nghị các phòng, ban chủ động phối hợp, tháo gỡ cho cơ sở.
        Phải xây dựng cho được đội ngũ cộng tác viên ở từng tổ dân phố.
        Đã đến lúc xã phải có điểm thu gom rác tập trung.
        Các chi bộ cần đổi mới cách ra nghị quyết.
        Kiến nghị tỉnh bố trí vốn đối ứng kịp thời.
        Trong quý IV, trường sẽ hoàn tất hồ sơ đề nghị công nhận chuẩn.
        Quý tới, chi hội sẽ mở thêm một tổ tiết kiệm.
        Kiến nghị tỉnh bố trí vốn làm kè sông đoạn qua xã.
        Phải coi trọng việc đào tạo cán bộ nữ.
        Cần có cơ chế đãi ngộ thỏa đáng để giữ chân bác sĩ.
        Tập trung gỡ vướng cho các hộ còn lại trước tháng 9.
        Chúng tôi dự định mở rộng mô hình ra ba thôn nữa.
        Mục tiêu là đến năm 2027 không còn nhà tạm.
        Về lâu dài, thành phố cần quy hoạch lại mạng lưới chợ.
        Đề nghị Ban Thường vụ sớm ban hành hướng dẫn.
        Trước mắt, ưu tiên sửa chữa hai phòng học xuống cấp.
        Ban chi ủy giao đồng chí Hạnh theo dõi tổ 3.
        Bằng mọi cách phải giữ cho được rừng đầu nguồn.
        Cần có thêm chính sách cho giáo viên vùng sâu.
        Công ty phấn đấu sang năm tăng lương 8%.
        Đã đến lúc tính lại cách chia ca.
        Đề xuất Sở cho sửa mái tầng hai.
        Mong cấp trên quan tâm cấp thêm máy tính.
        Nên mở thêm lớp ban đêm cho người đi làm.
        Phấn đấu mỗi chi bộ có một mô hình dân vận khéo.
        Sẽ không gia hạn cho nhà thầu chậm tiến độ.
        Thời gian tới, trọng tâm của ngành là gỡ khó cho doanh nghiệp.
        Trường sẽ thử nghiệm chấm bài trên máy từ học kỳ II.
        Yêu cầu các tổ nộp báo cáo trước ngày 25.
        Trong giai đoạn tới, ngành tập trung hoàn thiện hệ thống dữ liệu dùng chung.
        Cần đẩy mạnh phân cấp, phân quyền đi đôi với kiểm tra, giám sát.
        Tiếp tục đổi mới nội dung, phương thức hoạt động của tổ chức Hội theo hướng sát cơ sở.
        Đề nghị Quốc hội xem xét sửa đổi các quy định về đấu thầu.
        Nhà nước cần có chính sách hỗ trợ doanh nghiệp nhỏ tiếp cận tín dụng.
        Phấn đấu đến năm 2030, tỷ lệ đô thị hóa đạt trên 50%.
        Để nâng cao chất lượng đào tạo, các trường phải đổi mới chương trình theo chuẩn đầu ra.
        Bộ sẽ phối hợp với các địa phương rà soát, sắp xếp lại mạng lưới cơ sở dạy nghề.
        Vấn đề đặt ra là phải có cơ chế giám sát đủ mạnh.
        Nâng cao chất lượng xét xử, phấn đấu tỷ lệ án bị hủy, sửa dưới 1,5%.
        Từ nay đến cuối năm, Cục tập trung thu hồi nợ đọng thuế.
        Kiến nghị Bộ Tài chính sớm ban hành thông tư hướng dẫn.
        Cần sửa đổi Luật theo hướng tăng chế tài đối với hành vi gây ô nhiễm.
        Nhà trường xác định năm học tới là năm học đổi mới kiểm tra, đánh giá.
        Tỉnh chủ trương không thu hút dự án có công nghệ lạc hậu.
        Giải pháp căn cơ là nâng mức lương cho cán bộ cơ sở.
        Ngành y tế đặt mục tiêu 95% trẻ em được tiêm chủng đầy đủ.
    """,
    "": """
        Ban đầu chỉ có 40 hũ gạo, nay 600 gia đình tham gia.
        Xã chúng tôi có 11 thôn, 6 thôn có nghề biển.
        Điểm xuất phát của tỉnh không cao.
        Trong năm đã tổ chức 12 buổi tuyên truyền cho hội viên.
        Thực hiện chỉ đạo của cấp trên, chi bộ đã ban hành kế hoạch và phân công đảng viên phụ trách.
        Trường có 24 lớp với 812 học sinh, 52 cán bộ, giáo viên.
        Ngày 5/3, Đoàn xã tổ chức lễ ra quân trồng cây.
        Đồng chí Bí thư Đảng ủy đã về dự và phát biểu chỉ đạo.
        Trong quý, trạm đã tiêm phòng cho 3.200 con lợn, 450 con trâu bò.
        Xã nằm ở phía tây huyện, giáp sông Lô, địa hình nhiều đồi.
        Hội nghị bắt đầu lúc 8 giờ và kết thúc lúc 11 giờ cùng ngày.
        Thực hiện Nghị quyết của Đảng ủy, các chi bộ đã đăng ký chương trình hành động.
        Theo thống kê, toàn huyện có 45 nghìn lao động trong độ tuổi.
        Đoàn kiểm tra gồm 7 đồng chí do đồng chí Phó Bí thư làm trưởng đoàn.
        Mỗi chi bộ họp một lần trong tháng theo quy định.
        Giá điện được điều chỉnh từ ngày 4/5.
        Dự án do Ban Quản lý dự án huyện làm chủ đầu tư, khởi công tháng 6.
        Năm học này trường có 3 giáo viên nghỉ hưu, 2 giáo viên chuyển đến.
        Cuộc thi diễn ra trong hai ngày với sự tham gia của 12 đội.
        Sở đã ban hành văn bản hướng dẫn các đơn vị thực hiện.
        Bệnh nhân chủ yếu là người cao tuổi, mắc bệnh mạn tính.
        Đại hội đã bầu 15 đồng chí vào Ban Chấp hành khóa mới.
        Người dân trong vùng sống bằng nghề làm nón và đan lát.
        Tuyến đường dài 7 km, đi qua ba xã miền núi.
        Giá phân bón tăng khiến chi phí sản xuất của nông dân tăng theo.
        Ban Tổ chức trao giải cho các tập thể, cá nhân có thành tích.
        Huyện có 3 dân tộc cùng sinh sống, đông nhất là người Tày.
        Trong năm, Hội tổ chức hai buổi tọa đàm.
        Đội tuyển của huyện gồm 12 vận động viên.
        Sản phẩm chủ lực của xã là chè và mật ong.
        Thực hiện kế hoạch, phòng đã tham mưu ban hành ba văn bản.
        Công trình có tổng vốn 12 tỷ đồng, do công ty A thi công.
        Các đại biểu đã thảo luận và thông qua nghị quyết.
        Toàn xã có 215 hộ nghèo, 178 hộ cận nghèo.
        Thời tiết năm nay mưa nhiều, lũ về sớm.
        Hội nghị đã nghe báo cáo kết quả hoạt động của Ban Thanh tra nhân dân.
        Xã có 12 thôn, dân số 8.400 người, chủ yếu sống bằng nghề nông.
        Chi bộ đã tổ chức cho đảng viên học tập chuyên đề năm 2022.
        Theo quy định, người vi phạm bị phạt từ 2 đến 3 triệu đồng.
        Trong tháng, giá thịt lợn giảm nhẹ do nguồn cung dồi dào.
        Năm 1998, hợp tác xã được thành lập với 15 xã viên.
        Ban Chấp hành gồm 9 đồng chí, trong đó có 3 nữ.
        Đã giải quyết 35 hồ sơ, trả lại 2 hồ sơ không đủ điều kiện.
        Đại biểu đã thảo luận về những khó khăn trong công tác thu phí.
        Bài viết phân tích khái niệm văn hóa công sở.
        Trong quý, đoàn thanh tra đã làm việc tại 4 đơn vị.
        Lễ hội diễn ra từ ngày 10 đến ngày 12 tháng Giêng.
        Người cao tuổi được khám sức khỏe miễn phí mỗi năm một lần.
        Huyện nằm ở phía tây của tỉnh, địa hình đồi núi chia cắt.
        Ban tổ chức trao giải nhất cho đội thôn Đông.
        Chiều cùng ngày, đoàn đi thăm mô hình nuôi cá lồng.
        Chi bộ họp bàn việc chuẩn bị đại hội.
        Công ty chuyên sản xuất bao bì giấy.
        Cuộc thi có 120 bài dự thi của 15 đơn vị.
        Diện tích gieo trồng vụ mùa là 320 ha.
        Giá phân bón giảm nhẹ so với tháng trước.
        Hiện nay xã có ba trường học và một trạm y tế.
        Hợp tác xã được thành lập năm 2014 với 22 thành viên.
        Khái niệm văn hóa học đường được hiểu theo nhiều cách.
        Luật quy định người lao động được nghỉ 12 ngày mỗi năm.
        Ngân hàng giải ngân 2 tỷ đồng cho 40 hộ.
        Ông Sáu sinh năm 1950, tham gia kháng chiến từ năm 17 tuổi.
        Thành phần dự họp gồm các trưởng thôn.
        Tổ công tác đã đo đạc 45 thửa đất.
        Tọa đàm tập trung vào ba nhóm vấn đề.
        Trạm cấp phát 300 gói thuốc khử khuẩn.
        Việc đăng ký thực hiện tại bộ phận một cửa.
        Đại biểu đề nghị giải thích rõ hơn thực trạng khoảng cách giàu nghèo.
        Cán bộ cấp xã gồm bí thư, phó bí thư, chủ tịch Hội đồng nhân dân và các chức danh khác.
        Chi ngân sách bao gồm chi đầu tư phát triển, chi thường xuyên và chi trả nợ.
        Bài viết đánh giá thực trạng quản lý chi và đề xuất giải pháp hoàn thiện.
        Bộ đã bổ sung 23 huyện vào danh sách được hỗ trợ hạ tầng.
        Phiên chất vấn kéo dài 180 phút với 37 lượt đại biểu nêu câu hỏi.
        Mục đích của luận văn là làm rõ cơ sở lý luận về chất lượng cán bộ.
        Trí tuệ nhân tạo là xu thế công nghệ được nhắc đến nhiều.
        Theo Điều 4 của Luật, cán bộ là công dân được bầu cử, bổ nhiệm giữ chức vụ theo nhiệm kỳ.
        Hệ số hồi quy của biến thu nhập là 0,42, có ý nghĩa ở mức 1%.
        Đại hội diễn ra trong hai ngày với 150 đại biểu tham dự.
        Người đứng đầu là người chịu trách nhiệm cao nhất của cơ quan, tổ chức.
        Tòa án đã thụ lý 312 vụ án hình sự với 540 bị cáo.
        Trung đoàn tổ chức huấn luyện chiến sĩ mới trong ba tháng.
        Luật Bảo vệ môi trường quy định chủ dự án phải lập báo cáo đánh giá tác động.
        Đoàn thanh tra gồm năm thành viên, làm việc trong 45 ngày.
        Công ty có ba nhà máy với tổng công suất 500 nghìn tấn mỗi năm.
        Cục Hải quan quản lý bốn cửa khẩu và hai cảng cạn.
        Học sinh được nghỉ Tết 10 ngày theo khung kế hoạch thời gian năm học.
        Năm 2019, Viện tiếp nhận 15 nghiên cứu viên từ Viện cũ chuyển sang.
        Giá than thế giới giảm 8% trong quý, kéo giá bán trong nước giảm theo.
        Hội thảo thu hút hơn 100 đại biểu là nhà khoa học, nhà quản lý.
        Người vi phạm phải nộp phạt trong thời hạn 10 ngày.
        Đề tài được thực hiện từ tháng 3 đến tháng 12 với kinh phí 450 triệu đồng.
        Mặc dù nguồn thu hạn chế nhưng cần ưu tiên chi cho giáo dục.
        Bên cạnh những kết quả đã đạt được, công tác xây dựng chi bộ ở xã vẫn còn một số hạn chế.
        Bên cạnh những kết quả tốt về nếp sống, một số hộ còn những hạn chế nhất định.
        Những hạn chế nêu trên xuất phát từ nhiều nguyên nhân.
        Nếp sống tiết kiệm là một trong những nền tảng của gia đình hạnh phúc.
        Mấy năm gần đây, số lượng xe máy của thị xã tăng nhanh.
        Lao động ở khu Bắc tăng mạnh do số lượng xưởng may tăng nhanh.
        Nắng hạn kéo dài đã làm giảm đáng kể nguồn thu của các hộ trồng tiêu.
    """,
}
CASES = [(line.strip(), category) for category, lines in SENTENCES.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "category"), CASES)
def test_what_a_sentence_in_plain_words_says(sentence: str, category: str) -> None:
    assert categories_of(sentence) == ([category] if category else [])


def test_a_paragraph_that_judges_in_several_ways_is_told_sentence_by_sentence() -> None:
    good, bad = "Nề nếp họp ngày càng được củng cố.", "Tuy nhiên, việc thu quỹ còn chậm."
    said = f"{good} {bad}"
    assert found("# Đánh giá chung", said) == [("strength", good), ("limitation", bad)]
    assert found("# Đánh giá chung", f"{good} Cán bộ thôn tận tình, chu đáo.") == [
        ("strength", f"{good} Cán bộ thôn tận tình, chu đáo.")
    ]


def test_an_item_among_plans_that_names_a_fault_and_how_it_is_mended_is_a_remedy() -> None:
    mends = "Để chấm dứt việc nộp muộn, xã lập sổ theo dõi từng thôn."
    assert found("# Phương hướng", f"- {mends}", "- Mở thêm hai lớp may.") == [
        ("remedy", mends),
        ("direction", "Mở thêm hai lớp may."),
    ]


def test_a_question_asks_for_causes() -> None:
    said = "Vì sao như vậy? Trước hết là tổ trưởng ngại va chạm. Thứ nữa, kinh phí eo hẹp. Chợ có 40 quầy."
    assert found(said) == [
        ("cause", "Trước hết là tổ trưởng ngại va chạm."),
        ("cause", "Thứ nữa, kinh phí eo hẹp."),
    ]


def test_what_is_lacking_after_a_cause_may_be_another_cause() -> None:
    cause = "Nguyên nhân chủ yếu là do người dân chưa quen phân loại rác."
    for more in ("Mặt khác, chế tài xử phạt còn quá nhẹ.", "Ông cũng thừa nhận xã chưa đôn đốc kịp thời."):
        assert [category for category, _ in found(f"{cause} {more}")] == ["cause", "cause"]


def test_what_speaks_of_the_time_to_come_is_no_lesson_of_the_heading_above() -> None:
    plan = "Sang năm 2024, xã sẽ mở hai lớp may cho chị em."
    assert found("# Bài học kinh nghiệm", "Việc gì cũng phải bàn với dân trước.", plan)[1] == ("direction", plan)


def test_the_grade_that_a_body_gives_itself_is_none() -> None:
    assert found("# Biện pháp khắc phục", "Lập sổ theo dõi từng thôn.", "Tự xếp loại: Hoàn thành tốt nhiệm vụ") == [
        ("remedy", "Lập sổ theo dõi từng thôn.")
    ]


def test_subjects_alone_show_nothing() -> None:
    assert categories_of("Nhiều cán bộ thôn đi chợ huyện bằng xe máy.") == []


def test_words_in_quotes_are_somebody_else_s_but_a_cue_may_pass_over_them() -> None:
    assert categories_of("Vở kịch “Thói quan liêu, hách dịch” diễn hai đêm ở nhà văn hóa xã.") == []
    assert categories_of("Để chữa bệnh “họp cho có”, xã quy định mỗi cuộc họp phải có biên bản.") == ["remedy"]
