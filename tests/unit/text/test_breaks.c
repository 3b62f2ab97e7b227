#include "unit/text/text_test.h"

typedef struct Case {
	const char *lang, *marked; /* '|' a line may end, '~' a hyphen may stand */
} Case;

static void check(const Case *cases, size_t n)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		for (size_t i = 0; i < n; i++) {
			g_autoptr(GString) plain = g_string_new(NULL);
			for (const char *p = cases[i].marked; *p; p++) {
				if (*p != '|' && *p != '~')
					g_string_append_c(plain, *p);
			}
			const char *got = zn_text_break_marks(f.context, cases[i].lang, plain->str);
			g_assert_cmpstr(got, ==, cases[i].marked);
		}
	}
	fixture_close(&f);
}

static void test_chinese(void)
{
	static const Case cases[] = {
	    {"zh-CN", "她|问：|“谁|来？”|没|人|答。"},
	    {"zh-CN", "等……|很|久——|终|于|来|了"},
	    {"zh-CN", "《〈诗|经〉|选》|（第|3|版）；"},
	    {"zh-CN", "输|入/输|出"},
	    {"zh-CN", "列|夫·|托|尔|斯|泰"},
	    {"zh-CN", "我|的|Pixel |9|用|了|2|年"},
	    {"zh-CN", "约|10～|20|元"},
	    {"zh-CN", "占|5%|左|右"},
	    {"zh-CN", "气|温|25℃，|增|长|5.6％，|约|￥100|元，|千|分|之|3‰。"},
	    {"zh-CN", "价|格|为|￥1,234.56，|￥5|起"},
	    {"zh-CN", "2001—2020|年，|北|京—|上|海"},
	    {"zh-CN", "５～|６|页"},
	    {"zh-CN", "她|问|‘你|去|吗？’|我|没|答。"},
	    {"zh-CN", "“‘科|学’”|与|“‘技|术’”"},
	    {"zh-CN", "真|的！？——|“嗯……”"},
	    {"zh-CN", "GDP|（国|内|生|产|总|值）"},
	    {"zh-CN", "俄|罗|斯|（Рос~сия）|和|“Газпром”|公|司"},
	    {"zh-CN", "（2）|①|②|和|■"},
	    {"zh-CN", "C++、|C#、|5G、|X≥5，|a=b"},
	    {"zh-CN", "气|温|－5℃，|1－|5|页，|甲－|乙"},
	    {"zh-CN", "12:30、|1:2、|7·20|事|件，|“五·|四”"},
	    {"zh-CN", "嗯～～|好|呀～！"},
	    {"zh-CN", "No.1、|№5、|§7、|第 |7 |条"},
	    {"zh-CN", "约|3|亿|元、|1.5|倍、|20|多|年"},
	    {"zh-CN", "Tom's |book；|don’t；|1990’s"},
	    {"zh-CN", "见|http://|www.|stats.|gov.|cn/|sj，|邮|箱|a.b@c.cn。"},
	    {"zh-CN", "1 234.5|万|元，|25 ℃，|10 kg"},
	    {"zh-TW", "「你|好」，|『再|見』。"},
	    {"zh-TW", "《書|名》——|破|折|號……|刪|節|號；|（一）、|GDP|成|長|3.5%"},
	};
	check(cases, G_N_ELEMENTS(cases));
}

static void test_russian(void)
{
	static const Case cases[] = {
	    {"ru", "Л. Н. Тол~стой |и его |дом"},
	    {"ru", "Тол~стой |жил |в Яс~ной |По~ля~не"},
	    {"ru", "Тол~стой Л. Н."},
	    {"ru", "в 1999 г., |12 345 руб., |7 %, |№ 12, |§ 3, |20 кг"},
	    {"ru", "см. |рис. 3 |и т. д."},
	    {"ru", "— Нет! — |от~ве~ти~ла |она."},
	    {"ru", "кто-|ни~будь"},
	    {"ru", "2-й этаж, |COVID-19, |по-но~во~му"},
	    {"ru", "ска~зал бы |кто"},
	    {"ru", "1941—1945 |го~дов"},
	    {"ru", "за́мок |или |ЮНЕСКО"},
	    {"ru", "А.С. Пуш~кин, |Пуш~кин А. С., |проф. И. И. Ива~нов, |Пуш~кин А. С., |Блок"},
	    {"ru", "3 млн руб., |2 млрд долл., |15 тыс. |че~ло~век, |$ 100, |100 $, |25 °С, |10 м/с"},
	    {"ru", "XIX—XX вв., |XX в., |90-е гг., |Пётр I |пра~вил"},
	    {"ru", "ч. 2 |ст. 5, |кв. 7, |разд. 3, |пп. 4–5, |№ 5-а, |§§ 5–7"},
	    {"ru", "г-н Ива~нов, |ул. Ле~ни~на, |им. Горь~ко~го, |2024 г. |Москва"},
	    {"ru", "где же |он, |он ли |это, |вот бы, |если б"},
	    {"ru", "в т. ч. |дру~гие, |до н. э., |т. е. |все~гда, |и др."},
	    {"ru", "5 × 5 м, |> 10, |≈ 3, |± 5"},
	    {"ru", "вице-|пре~зи~дент, |Санкт-|Пе~тер~бург, |из-за, |Т-34"},
	    {"ru", "ЕС |при~нял |НИОКР, |ФГБОУ"},
	    {"ru", "ivan@mail.ru, |https://|ru.|wikipedia.|org/|wiki"},
	};
	check(cases, G_N_ELEMENTS(cases));
}

static void test_english(void)
{
	static const Case cases[] = {
	    {"en", "dif~fi~cult |ex~am~ple"},
	    {"en", "a |well-|known |x-ray"},
	    {"en", "see |https://|zhinu.|test/|specs?|a=1&|b=2, |then |go"},
	    {"en", "5 kg |of |flour, |Fig. 3"},
	    {"en", "wait — |no"},
	    {"en", "and/or |read/write"},
	    {"en", "Dr. Smith, |St. John, |J. R. R. Tolkien, |no. 5, |pp. 10–12, |Vol. 3"},
	    {"en", "10 a.m., |25 °C, |100 m/s, |$ 5"},
	    {"en", "he |said—|“no”—|and, |word—|an~other"},
	    {"en", "UNESCO |HTML5 |McDonald |NASA's"},
	    {"en", "‘Yes’ |(no) |C++ |a |== |b |.NET |/usr/bin"},
	    {"en", "john.smith@example.com |file_name |node.js"},
	    {"en", "World |War II |and |I |Louis XIV"},
	    {"en", "state-|of-|the-|art, |twenty-|one, |10-year-|old, |F-16"},
	};
	check(cases, G_N_ELEMENTS(cases));
}

/* Whatever stands there, the marks are put in without changing the text. */
static void test_robust(void)
{
	static const char *const texts[] = {"",
	                                    " ",
	                                    "/",
	                                    "-",
	                                    "—",
	                                    "“",
	                                    "«",
	                                    ".",
	                                    "https://",
	                                    "www.",
	                                    "5",
	                                    "А.",
	                                    "\u0301",
	                                    "a\u0301\u0301",
	                                    "№ ",
	                                    " %",
	                                    "\u202e\u05d0b",
	                                    "ъъъъъъъъ",
	                                    "аааааааааааааааааааааааааа",
	                                    "a b c d . . . ! ! !",
	                                    "\n\n",
	                                    "http://////",
	                                    "--- - --"};
	Fixture f;
	if (fixture_open(&f, "en")) {
		for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
			g_autoptr(GString) plain = g_string_new(NULL);
			for (const char *p = zn_text_break_marks(f.context, i % 2 ? "ru" : "zh", texts[i]); *p; p++) {
				if (*p != '|' && *p != '~')
					g_string_append_c(plain, *p);
			}
			g_assert_cmpstr(plain->str, ==, texts[i]);
		}
	}
	fixture_close(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/breaks/chinese", test_chinese);
	g_test_add_func("/breaks/russian", test_russian);
	g_test_add_func("/breaks/english", test_english);
	g_test_add_func("/breaks/robust", test_robust);
	return g_test_run();
}
