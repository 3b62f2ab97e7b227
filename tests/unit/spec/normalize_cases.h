/* Specs and what Vega-Lite 6.5.0 makes of them (normalize of its npm package). */
/* clang-format off */
static const struct {
	const char *name, *spec, *expected;
} cases[] = {
	{"layers share encodings and projections",
	 "{\"data\":{\"url\":\"d\"},\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"ordinal\",\"axis\":{\"grid\":false}},\"color\":"
	 "{\"condition\":{\"param\":\"p\",\"field\":\"x\"}},\"tooltip\":[{\"field\":\"t\",\"type\":\"ordinal\"}],\"opacity\":{\"scale\":"
	 "null}},\"projection\":{\"type\":\"mercator\"},\"layer\":[{\"mark\":\"bar\",\"encoding\":{\"y\":{\"field\":\"b\",\"type\":"
	 "\"quantitative\"},\"x\":null,\"color\":{\"condition\":{\"param\":\"p\",\"field\":\"z\"}}}},{\"encoding\":{\"y\":{\"datum\":"
	 "3}},\"projection\":{\"scale\":3},\"layer\":[{\"mark\":\"tick\",\"encoding\":{\"x\":{\"field\":\"g\"}}},{\"mark\":\"text\","
	 "\"encoding\":{\"y\":{\"value\":3},\"opacity\":{\"field\":\"k\"}}}]}]}",
	 "{\"data\":{\"url\":\"d\"},\"layer\":[{\"mark\":\"bar\",\"encoding\":{\"x\":null,\"color\":{\"condition\":{\"condition\":"
	 "{\"param\":\"p\",\"field\":\"x\"},\"param\":\"p\",\"field\":\"z\"}},\"tooltip\":[{\"field\":\"t\",\"type\":\"ordinal\"}],"
	 "\"y\":{\"field\":\"b\",\"type\":\"quantitative\"}},\"projection\":{\"type\":\"mercator\"}},{\"layer\":[{\"mark\":\"tick\","
	 "\"encoding\":{\"x\":{\"field\":\"g\",\"type\":\"ordinal\",\"axis\":{\"grid\":false}},\"tooltip\":[{\"field\":\"t\",\"type\":"
	 "\"ordinal\"}],\"y\":{\"datum\":3}},\"projection\":{\"scale\":3}},{\"mark\":\"text\",\"encoding\":{\"x\":{\"field\":\"a\","
	 "\"type\":\"ordinal\",\"axis\":{\"grid\":false}},\"tooltip\":[{\"field\":\"t\",\"type\":\"ordinal\"}],\"opacity\":{\"scale\":"
	 "null,\"field\":\"k\"},\"y\":{\"value\":3}},\"projection\":{\"scale\":3}}]}]}"},
	{"row and column channels become a facet",
	 "{\"data\":{\"url\":\"d\"},\"spacing\":3,\"resolve\":{\"scale\":{\"x\":\"independent\"}},\"width\":100,\"view\":{\"fill\":"
	 "\"red\"},\"bounds\":\"flush\",\"name\":\"f\",\"mark\":\"tick\",\"params\":[{\"name\":\"b\",\"select\":\"interval\"}],\"encoding\":"
	 "{\"row\":{\"field\":\"r\",\"type\":\"ordinal\",\"spacing\":1,\"align\":\"each\",\"header\":{\"title\":\"R\"}},\"column\":"
	 "{\"field\":\"c\",\"type\":\"ordinal\",\"spacing\":2,\"center\":true},\"x\":{\"field\":\"a\",\"type\":\"ordinal\"}}}",
	 "{\"data\":{\"url\":\"d\"},\"spacing\":{\"row\":1,\"column\":2},\"resolve\":{\"scale\":{\"x\":\"independent\"}},\"bounds\":"
	 "\"flush\",\"name\":\"f\",\"align\":{\"row\":\"each\"},\"center\":{\"column\":true},\"facet\":{\"row\":{\"field\":\"r\","
	 "\"type\":\"ordinal\",\"header\":{\"title\":\"R\"}},\"column\":{\"field\":\"c\",\"type\":\"ordinal\"}},\"spec\":{\"width\":"
	 "100,\"view\":{\"fill\":\"red\"},\"mark\":\"tick\",\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"ordinal\"}},\"params\":"
	 "[{\"name\":\"b\",\"select\":\"interval\"}]}}"},
	{"a facet channel wraps",
	 "{\"data\":{\"url\":\"d\"},\"mark\":\"bar\",\"encoding\":{\"facet\":{\"field\":\"r\",\"type\":\"ordinal\",\"spacing\":1,"
	 "\"align\":\"each\",\"columns\":3,\"center\":false},\"x\":{\"field\":\"a\",\"type\":\"ordinal\"}}}",
	 "{\"data\":{\"url\":\"d\"},\"align\":\"each\",\"spacing\":1,\"columns\":3,\"facet\":{\"field\":\"r\",\"type\":\"ordinal\"},"
	 "\"spec\":{\"mark\":\"bar\",\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"ordinal\"}}}}"},
	{"marks in facets are normalised",
	 "{\"data\":{\"url\":\"d\"},\"facet\":{\"row\":{\"field\":\"r\",\"type\":\"ordinal\"}},\"spec\":{\"mark\":{\"type\":\"line\","
	 "\"point\":true},\"encoding\":{\"x\":{\"field\":\"v\",\"type\":\"quantitative\"}}}}",
	 "{\"data\":{\"url\":\"d\"},\"facet\":{\"row\":{\"field\":\"r\",\"type\":\"ordinal\"}},\"spec\":{\"layer\":[{\"mark\":\"line\","
	 "\"encoding\":{\"x\":{\"field\":\"v\",\"type\":\"quantitative\"}}},{\"mark\":{\"type\":\"point\",\"opacity\":1,\"filled\":"
	 "true},\"encoding\":{\"x\":{\"field\":\"v\",\"type\":\"quantitative\"}}}]}}"},
	{"a repeat of rows and columns",
	 "{\"data\":{\"url\":\"d\"},\"title\":\"x\",\"repeat\":{\"row\":[\"a b\",\"c\"],\"column\":[\"1d\"]},\"spacing\":3,\"spec\":"
	 "{\"name\":\"z\",\"data\":{\"url\":\"q\"},\"mark\":\"tick\",\"encoding\":{\"x\":{\"field\":{\"repeat\":\"row\"},\"type\":"
	 "\"quantitative\"},\"y\":{\"field\":{\"repeat\":\"column\"},\"type\":\"quantitative\",\"sort\":{\"field\":{\"repeat\":\"row\"},"
	 "\"op\":\"mean\"}},\"detail\":[{\"field\":{\"repeat\":\"row\"}},{\"field\":\"k\",\"type\":\"ordinal\"}],\"color\":{\"condition\":"
	 "{\"test\":\"1\",\"field\":{\"repeat\":\"row\"}},\"value\":1}}}}",
	 "{\"data\":{\"url\":\"q\"},\"align\":\"all\",\"title\":\"x\",\"spacing\":3,\"columns\":1,\"concat\":[{\"name\":\"z_child__row_a_bcolum"
	 "n__1d\",\"mark\":\"tick\",\"encoding\":{\"x\":{\"field\":\"a b\",\"type\":\"quantitative\"},\"y\":{\"field\":\"1d\",\"type\":"
	 "\"quantitative\",\"sort\":{\"field\":\"a b\",\"op\":\"mean\"}},\"detail\":[{\"field\":\"a b\"},{\"field\":\"k\",\"type\":"
	 "\"ordinal\"}],\"color\":{\"condition\":{\"field\":\"a b\",\"test\":\"1\"},\"value\":1}}},{\"name\":\"z_child__row_ccolumn__1d\","
	 "\"mark\":\"tick\",\"encoding\":{\"x\":{\"field\":\"c\",\"type\":\"quantitative\"},\"y\":{\"field\":\"1d\",\"type\":\"quantitative\","
	 "\"sort\":{\"field\":\"c\",\"op\":\"mean\"}},\"detail\":[{\"field\":\"c\"},{\"field\":\"k\",\"type\":\"ordinal\"}],\"color\":"
	 "{\"condition\":{\"field\":\"c\",\"test\":\"1\"},\"value\":1}}}]}"},
	{"a wrapped repeat",
	 "{\"data\":{\"url\":\"d\"},\"repeat\":[\"a\",\"b\"],\"columns\":2,\"spec\":{\"mark\":\"bar\",\"encoding\":{\"row\":{\"field\":"
	 "\"r\"},\"x\":{\"field\":{\"repeat\":\"repeat\"},\"bin\":true}}}}",
	 "{\"data\":{\"url\":\"d\"},\"align\":\"all\",\"columns\":2,\"concat\":[{\"facet\":{\"row\":{\"field\":\"r\"}},\"spec\":"
	 "{\"mark\":\"bar\",\"encoding\":{\"x\":{\"field\":\"a\",\"bin\":true}}},\"name\":\"child__a\"},{\"facet\":{\"row\":{\"field\":"
	 "\"r\"}},\"spec\":{\"mark\":\"bar\",\"encoding\":{\"x\":{\"field\":\"b\",\"bin\":true}}},\"name\":\"child__b\"}]}"},
	{"a repeat of layers in rows",
	 "{\"data\":{\"url\":\"d\"},\"repeat\":{\"layer\":[\"a\",\"b\"],\"row\":[\"c\"]},\"spec\":{\"mark\":\"tick\",\"name\":\"q\","
	 "\"encoding\":{\"y\":{\"field\":{\"repeat\":\"layer\"},\"type\":\"quantitative\"},\"x\":{\"field\":{\"repeat\":\"row\"},"
	 "\"type\":\"ordinal\"},\"color\":{\"datum\":{\"repeat\":\"layer\"}}}}}",
	 "{\"data\":{\"url\":\"d\"},\"align\":\"all\",\"columns\":1,\"concat\":[{\"layer\":[{\"mark\":\"tick\",\"name\":\"q_child__row_cchild__"
	 "layer_a\",\"encoding\":{\"y\":{\"field\":\"a\",\"type\":\"quantitative\"},\"x\":{\"field\":\"c\",\"type\":\"ordinal\"},"
	 "\"color\":{\"datum\":\"a\",\"type\":\"nominal\"}}},{\"mark\":\"tick\",\"name\":\"q_child__row_cchild__layer_b\",\"encoding\":"
	 "{\"y\":{\"field\":\"b\",\"type\":\"quantitative\"},\"x\":{\"field\":\"c\",\"type\":\"ordinal\"},\"color\":{\"datum\":\"b\","
	 "\"type\":\"nominal\"}}}],\"name\":\"child__row_c\"}]}"},
	{"points over a line",
	 "{\"data\":{\"url\":\"d\"},\"mark\":{\"type\":\"line\",\"point\":{\"size\":3},\"clip\":true},\"encoding\":{\"x\":{\"field\":"
	 "\"a\",\"type\":\"ordinal\"},\"y\":{\"field\":\"b\",\"type\":\"quantitative\"}}}",
	 "{\"data\":{\"url\":\"d\"},\"layer\":[{\"mark\":{\"type\":\"line\",\"clip\":true},\"encoding\":{\"x\":{\"field\":\"a\","
	 "\"type\":\"ordinal\"},\"y\":{\"field\":\"b\",\"type\":\"quantitative\"}}},{\"mark\":{\"type\":\"point\",\"opacity\":1,"
	 "\"filled\":true,\"clip\":true,\"size\":3},\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"ordinal\"},\"y\":{\"field\":"
	 "\"b\",\"type\":\"quantitative\"}}}]}"},
	{"a shape channel asks for points",
	 "{\"data\":{\"url\":\"d\"},\"mark\":\"line\",\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"ordinal\"},\"shape\":{\"field\":"
	 "\"s\",\"type\":\"ordinal\"}}}",
	 "{\"data\":{\"url\":\"d\"},\"layer\":[{\"mark\":\"line\",\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"ordinal\"}}},{\"mark\":"
	 "{\"type\":\"point\",\"opacity\":1,\"filled\":true},\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"ordinal\"},\"shape\":"
	 "{\"field\":\"s\",\"type\":\"ordinal\"}}}]}"},
	{"a stacked area with a line and hidden points",
	 "{\"data\":{\"url\":\"d\"},\"projection\":{\"type\":\"albers\"},\"mark\":{\"type\":\"area\",\"line\":{\"color\":\"red\","
	 "\"point\":{\"size\":3}},\"point\":\"transparent\",\"interpolate\":\"basis\",\"tooltip\":null},\"encoding\":{\"x\":{\"field\":"
	 "\"d\",\"timeUnit\":\"binnedyearmonth\"},\"y\":{\"aggregate\":\"count\"},\"color\":{\"field\":\"o\",\"type\":\"ordinal\","
	 "\"sort\":\"-x\"}},\"params\":[{\"name\":\"b\",\"select\":\"point\"}]}",
	 "{\"data\":{\"url\":\"d\"},\"layer\":[{\"params\":[{\"name\":\"b\",\"select\":\"point\"}],\"mark\":{\"opacity\":0.7,\"type\":"
	 "\"area\",\"interpolate\":\"basis\",\"tooltip\":null},\"encoding\":{\"x\":{\"field\":\"d\",\"timeUnit\":{\"unit\":\"yearmonth\","
	 "\"binned\":true},\"type\":\"temporal\"},\"y\":{\"aggregate\":\"count\",\"type\":\"quantitative\"},\"color\":{\"field\":"
	 "\"o\",\"type\":\"ordinal\",\"sort\":{\"encoding\":\"x\",\"order\":\"descending\"}}}},{\"layer\":[{\"mark\":{\"type\":\"line\","
	 "\"interpolate\":\"basis\",\"tooltip\":null,\"color\":\"red\"},\"encoding\":{\"x\":{\"field\":\"d\",\"timeUnit\":{\"unit\":"
	 "\"yearmonth\",\"binned\":true},\"type\":\"temporal\"},\"y\":{\"aggregate\":\"count\",\"type\":\"quantitative\",\"stack\":"
	 "\"zero\"},\"color\":{\"field\":\"o\",\"type\":\"ordinal\",\"sort\":{\"encoding\":\"x\",\"order\":\"descending\"}}}},{\"projection\":"
	 "{\"type\":\"albers\"},\"mark\":{\"type\":\"point\",\"opacity\":1,\"filled\":true,\"tooltip\":null,\"size\":3},\"encoding\":"
	 "{\"x\":{\"field\":\"d\",\"timeUnit\":{\"unit\":\"yearmonth\",\"binned\":true},\"type\":\"temporal\"},\"y\":{\"aggregate\":"
	 "\"count\",\"type\":\"quantitative\",\"stack\":\"zero\"},\"color\":{\"field\":\"o\",\"type\":\"ordinal\",\"sort\":{\"encoding\":"
	 "\"x\",\"order\":\"descending\"}}}}]},{\"projection\":{\"type\":\"albers\"},\"mark\":{\"type\":\"point\",\"opacity\":0,"
	 "\"filled\":true,\"tooltip\":null},\"encoding\":{\"x\":{\"field\":\"d\",\"timeUnit\":{\"unit\":\"yearmonth\",\"binned\":"
	 "true},\"type\":\"temporal\"},\"y\":{\"aggregate\":\"count\",\"type\":\"quantitative\",\"stack\":\"zero\"},\"color\":{\"field\":"
	 "\"o\",\"type\":\"ordinal\",\"sort\":{\"encoding\":\"x\",\"order\":\"descending\"}}}}]}"},
	{"the config asks for overlays",
	 "{\"data\":{\"url\":\"d\"},\"config\":{\"area\":{\"line\":true,\"opacity\":0.5},\"line\":{\"point\":{\"size\":4}}},\"layer\":"
	 "[{\"mark\":\"area\",\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"ordinal\"},\"y\":{\"field\":\"b\",\"type\":\"quantitative\"}}},"
	 "{\"mark\":\"line\",\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"ordinal\"}}},{\"mark\":{\"type\":\"area\",\"line\":"
	 "false},\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"ordinal\"}}}]}",
	 "{\"data\":{\"url\":\"d\"},\"config\":{\"area\":{\"line\":true,\"opacity\":0.5},\"line\":{\"point\":{\"size\":4}}},\"layer\":"
	 "[{\"layer\":[{\"mark\":\"area\",\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"ordinal\"},\"y\":{\"field\":\"b\",\"type\":"
	 "\"quantitative\"}}},{\"mark\":{\"type\":\"line\"},\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"ordinal\"},\"y\":{\"field\":"
	 "\"b\",\"type\":\"quantitative\",\"stack\":\"zero\"}}}]},{\"layer\":[{\"mark\":\"line\",\"encoding\":{\"x\":{\"field\":"
	 "\"a\",\"type\":\"ordinal\"}}},{\"mark\":{\"type\":\"point\",\"opacity\":1,\"filled\":true,\"size\":4},\"encoding\":{\"x\":"
	 "{\"field\":\"a\",\"type\":\"ordinal\"}}}]},{\"mark\":{\"type\":\"area\",\"line\":false},\"encoding\":{\"x\":{\"field\":"
	 "\"a\",\"type\":\"ordinal\"}}}]}"},
	{"a line with a range is a rule",
	 "{\"data\":{\"url\":\"d\"},\"mark\":{\"type\":\"line\",\"color\":\"red\"},\"encoding\":{\"x\":{\"field\":\"a\",\"type\":"
	 "\"quantitative\"},\"x2\":{\"field\":\"b\"}}}",
	 "{\"data\":{\"url\":\"d\"},\"mark\":{\"type\":\"rule\",\"color\":\"red\"},\"encoding\":{\"x\":{\"field\":\"a\",\"type\":"
	 "\"quantitative\"},\"x2\":{\"field\":\"b\"}}}"},
	{"a Tukey boxplot",
	 "{\"data\":{\"url\":\"d\"},\"name\":\"n\",\"mark\":{\"type\":\"boxplot\",\"extent\":3,\"size\":20,\"ticks\":true,\"outliers\":"
	 "{\"size\":3},\"median\":{\"color\":\"red\"},\"clip\":true,\"opacity\":0.4},\"encoding\":{\"y\":{\"field\":\"a.b\",\"type\":"
	 "\"quantitative\",\"aggregate\":\"boxplot\",\"axis\":{\"grid\":false}},\"x\":{\"field\":\"y\",\"timeUnit\":\"yearmonth\"},"
	 "\"color\":{\"field\":\"c\",\"type\":\"quantitative\",\"bin\":true}}}",
	 "{\"data\":{\"url\":\"d\"},\"name\":\"n\",\"layer\":[{\"transform\":[{\"bin\":{\"maxbins\":6},\"field\":\"c\",\"as\":\"bin_maxbins_6_c"
	 "\"},{\"timeUnit\":{\"unit\":\"yearmonth\"},\"field\":\"y\",\"as\":\"yearmonth_y\"},{\"joinaggregate\":[{\"op\":\"q1\","
	 "\"field\":\"a.b\",\"as\":\"lower_box_a.b\"},{\"op\":\"q3\",\"field\":\"a.b\",\"as\":\"upper_box_a.b\"}],\"groupby\":[\"yearmonth_y\","
	 "\"bin_maxbins_6_c\",\"bin_maxbins_6_c_end\"]}],\"layer\":[{\"transform\":[{\"filter\":\"(datum['a.b'] < datum['lower_box_a.b'] - 3 * "
	 "(datum['upper_box_a.b'] - datum['lower_box_a.b'])) || (datum['a.b'] > datum['upper_box_a.b'] + 3 * (datum['upper_box_a.b'] - datum['l"
	 "ower_box_a.b']))\"}],\"mark\":{\"clip\":true,\"opacity\":0.4,\"type\":\"point\",\"style\":\"boxplot-outliers\",\"size\":"
	 "3},\"encoding\":{\"y\":{\"field\":\"a.b\",\"type\":\"quantitative\",\"title\":\"a.b\",\"axis\":{\"grid\":false}},\"x\":"
	 "{\"title\":\"y (year-month)\",\"type\":\"temporal\",\"field\":\"yearmonth_y\"},\"color\":{\"title\":\"c (binned)\",\"type\":"
	 "\"quantitative\",\"field\":\"bin_maxbins_6_c\",\"bin\":\"binned\"}}},{\"transform\":[{\"filter\":\"(datum['lower_box_a.b'] - 3 * (dat"
	 "um['upper_box_a.b'] - datum['lower_box_a.b']) <= datum['a.b']) && (datum['a.b'] <= datum['upper_box_a.b'] + 3 * (datum['upper_box_a.b"
	 "'] - datum['lower_box_a.b']))\"},{\"aggregate\":[{\"op\":\"min\",\"field\":\"a.b\",\"as\":\"lower_whisker_a.b\"},{\"op\":"
	 "\"max\",\"field\":\"a.b\",\"as\":\"upper_whisker_a.b\"},{\"op\":\"min\",\"field\":\"lower_box_a.b\",\"as\":\"lower_box_a.b\"},"
	 "{\"op\":\"max\",\"field\":\"upper_box_a.b\",\"as\":\"upper_box_a.b\"}],\"groupby\":[\"yearmonth_y\",\"bin_maxbins_6_c\","
	 "\"bin_maxbins_6_c_end\"]}],\"layer\":[{\"mark\":{\"clip\":true,\"opacity\":0.4,\"type\":\"rule\",\"aria\":false,\"style\":"
	 "\"boxplot-rule\"},\"encoding\":{\"y\":{\"field\":\"lower_whisker_a.b\",\"type\":\"quantitative\",\"title\":\"a.b\",\"axis\":"
	 "{\"grid\":false}},\"y2\":{\"field\":\"lower_box_a.b\"},\"x\":{\"title\":\"y (year-month)\",\"type\":\"temporal\",\"field\":"
	 "\"yearmonth_y\"},\"tooltip\":[{\"field\":\"upper_whisker_a.b\",\"type\":\"quantitative\",\"title\":\"Upper Whisker of a.b\"},"
	 "{\"field\":\"lower_whisker_a.b\",\"type\":\"quantitative\",\"title\":\"Lower Whisker of a.b\"},{\"title\":\"y (year-month)\","
	 "\"type\":\"temporal\",\"field\":\"yearmonth_y\"},{\"title\":\"c (binned)\",\"type\":\"quantitative\",\"field\":\"bin_maxbins_6_c\","
	 "\"bin\":\"binned\"}]}},{\"mark\":{\"clip\":true,\"opacity\":0.4,\"type\":\"rule\",\"aria\":false,\"style\":\"boxplot-rule\"},"
	 "\"encoding\":{\"y\":{\"field\":\"upper_box_a.b\",\"type\":\"quantitative\",\"title\":\"a.b\",\"axis\":{\"grid\":false}},"
	 "\"y2\":{\"field\":\"upper_whisker_a.b\"},\"x\":{\"title\":\"y (year-month)\",\"type\":\"temporal\",\"field\":\"yearmonth_y\"},"
	 "\"tooltip\":[{\"field\":\"upper_whisker_a.b\",\"type\":\"quantitative\",\"title\":\"Upper Whisker of a.b\"},{\"field\":"
	 "\"lower_whisker_a.b\",\"type\":\"quantitative\",\"title\":\"Lower Whisker of a.b\"},{\"title\":\"y (year-month)\",\"type\":"
	 "\"temporal\",\"field\":\"yearmonth_y\"},{\"title\":\"c (binned)\",\"type\":\"quantitative\",\"field\":\"bin_maxbins_6_c\","
	 "\"bin\":\"binned\"}]}},{\"mark\":{\"clip\":true,\"opacity\":1,\"type\":\"tick\",\"color\":\"black\",\"orient\":\"horizontal\","
	 "\"aria\":false,\"style\":\"boxplot-ticks\"},\"encoding\":{\"y\":{\"field\":\"lower_whisker_a.b\",\"type\":\"quantitative\","
	 "\"title\":\"a.b\",\"axis\":{\"grid\":false}},\"x\":{\"title\":\"y (year-month)\",\"type\":\"temporal\",\"field\":\"yearmonth_y\"},"
	 "\"tooltip\":[{\"field\":\"upper_whisker_a.b\",\"type\":\"quantitative\",\"title\":\"Upper Whisker of a.b\"},{\"field\":"
	 "\"lower_whisker_a.b\",\"type\":\"quantitative\",\"title\":\"Lower Whisker of a.b\"},{\"title\":\"y (year-month)\",\"type\":"
	 "\"temporal\",\"field\":\"yearmonth_y\"},{\"title\":\"c (binned)\",\"type\":\"quantitative\",\"field\":\"bin_maxbins_6_c\","
	 "\"bin\":\"binned\"}]}},{\"mark\":{\"clip\":true,\"opacity\":1,\"type\":\"tick\",\"color\":\"black\",\"orient\":\"horizontal\","
	 "\"aria\":false,\"style\":\"boxplot-ticks\"},\"encoding\":{\"y\":{\"field\":\"upper_whisker_a.b\",\"type\":\"quantitative\","
	 "\"title\":\"a.b\",\"axis\":{\"grid\":false}},\"x\":{\"title\":\"y (year-month)\",\"type\":\"temporal\",\"field\":\"yearmonth_y\"},"
	 "\"tooltip\":[{\"field\":\"upper_whisker_a.b\",\"type\":\"quantitative\",\"title\":\"Upper Whisker of a.b\"},{\"field\":"
	 "\"lower_whisker_a.b\",\"type\":\"quantitative\",\"title\":\"Lower Whisker of a.b\"},{\"title\":\"y (year-month)\",\"type\":"
	 "\"temporal\",\"field\":\"yearmonth_y\"},{\"title\":\"c (binned)\",\"type\":\"quantitative\",\"field\":\"bin_maxbins_6_c\","
	 "\"bin\":\"binned\"}]}}]}]},{\"transform\":[{\"bin\":{\"maxbins\":6},\"field\":\"c\",\"as\":\"bin_maxbins_6_c\"},{\"timeUnit\":"
	 "{\"unit\":\"yearmonth\"},\"field\":\"y\",\"as\":\"yearmonth_y\"},{\"aggregate\":[{\"op\":\"q1\",\"field\":\"a.b\",\"as\":"
	 "\"lower_box_a.b\"},{\"op\":\"q3\",\"field\":\"a.b\",\"as\":\"upper_box_a.b\"},{\"op\":\"median\",\"field\":\"a.b\",\"as\":"
	 "\"mid_box_a.b\"},{\"op\":\"min\",\"field\":\"a.b\",\"as\":\"min_a.b\"},{\"op\":\"max\",\"field\":\"a.b\",\"as\":\"max_a.b\"}],"
	 "\"groupby\":[\"yearmonth_y\",\"bin_maxbins_6_c\",\"bin_maxbins_6_c_end\"]}],\"layer\":[{\"mark\":{\"clip\":true,\"opacity\":"
	 "0.4,\"type\":\"bar\",\"size\":20,\"orient\":\"vertical\",\"ariaRoleDescription\":\"box\",\"style\":\"boxplot-box\"},\"encoding\":"
	 "{\"y\":{\"field\":\"lower_box_a.b\",\"type\":\"quantitative\",\"title\":\"a.b\",\"axis\":{\"grid\":false}},\"y2\":{\"field\":"
	 "\"upper_box_a.b\"},\"x\":{\"title\":\"y (year-month)\",\"type\":\"temporal\",\"field\":\"yearmonth_y\"},\"color\":{\"title\":"
	 "\"c (binned)\",\"type\":\"quantitative\",\"field\":\"bin_maxbins_6_c\",\"bin\":\"binned\"},\"tooltip\":[{\"field\":\"max_a.b\","
	 "\"type\":\"quantitative\",\"title\":\"Max of a.b\"},{\"field\":\"upper_box_a.b\",\"type\":\"quantitative\",\"title\":\"Q3 of a.b\"},"
	 "{\"field\":\"mid_box_a.b\",\"type\":\"quantitative\",\"title\":\"Median of a.b\"},{\"field\":\"lower_box_a.b\",\"type\":"
	 "\"quantitative\",\"title\":\"Q1 of a.b\"},{\"field\":\"min_a.b\",\"type\":\"quantitative\",\"title\":\"Min of a.b\"},{\"title\":"
	 "\"y (year-month)\",\"type\":\"temporal\",\"field\":\"yearmonth_y\"},{\"title\":\"c (binned)\",\"type\":\"quantitative\","
	 "\"field\":\"bin_maxbins_6_c\",\"bin\":\"binned\"}]}},{\"mark\":{\"color\":\"red\",\"clip\":true,\"opacity\":0.4,\"type\":"
	 "\"tick\",\"size\":20,\"orient\":\"horizontal\",\"aria\":false,\"style\":\"boxplot-median\"},\"encoding\":{\"y\":{\"field\":"
	 "\"mid_box_a.b\",\"type\":\"quantitative\",\"title\":\"a.b\",\"axis\":{\"grid\":false}},\"x\":{\"title\":\"y (year-month)\","
	 "\"type\":\"temporal\",\"field\":\"yearmonth_y\"},\"color\":{\"condition\":{\"test\":\"datum['lower_box_a.b'] >= datum['upper_box_a.b'"
	 "]\",\"title\":\"c (binned)\",\"type\":\"quantitative\",\"field\":\"bin_maxbins_6_c\",\"bin\":\"binned\"}},\"tooltip\":"
	 "[{\"field\":\"max_a.b\",\"type\":\"quantitative\",\"title\":\"Max of a.b\"},{\"field\":\"upper_box_a.b\",\"type\":\"quantitative\","
	 "\"title\":\"Q3 of a.b\"},{\"field\":\"mid_box_a.b\",\"type\":\"quantitative\",\"title\":\"Median of a.b\"},{\"field\":"
	 "\"lower_box_a.b\",\"type\":\"quantitative\",\"title\":\"Q1 of a.b\"},{\"field\":\"min_a.b\",\"type\":\"quantitative\","
	 "\"title\":\"Min of a.b\"},{\"title\":\"y (year-month)\",\"type\":\"temporal\",\"field\":\"yearmonth_y\"},{\"title\":\"c (binned)\","
	 "\"type\":\"quantitative\",\"field\":\"bin_maxbins_6_c\",\"bin\":\"binned\"}]}}]}]}"},
	{"a boxplot without outliers",
	 "{\"data\":{\"url\":\"d\"},\"mark\":{\"type\":\"boxplot\",\"outliers\":false},\"encoding\":{\"x\":{\"field\":\"v\",\"type\":"
	 "\"quantitative\"},\"tooltip\":{\"field\":\"t\",\"type\":\"ordinal\"}}}",
	 "{\"data\":{\"url\":\"d\"},\"layer\":[{\"transform\":[{\"joinaggregate\":[{\"op\":\"q1\",\"field\":\"v\",\"as\":\"lower_box_v\"},"
	 "{\"op\":\"q3\",\"field\":\"v\",\"as\":\"upper_box_v\"}],\"groupby\":[]},{\"filter\":\"(datum['lower_box_v'] - 1.5 * (datum['upper_box"
	 "_v'] - datum['lower_box_v']) <= datum['v']) && (datum['v'] <= datum['upper_box_v'] + 1.5 * (datum['upper_box_v'] - datum['lower_box_v"
	 "']))\"},{\"aggregate\":[{\"op\":\"min\",\"field\":\"v\",\"as\":\"lower_whisker_v\"},{\"op\":\"max\",\"field\":\"v\",\"as\":"
	 "\"upper_whisker_v\"},{\"op\":\"min\",\"field\":\"lower_box_v\",\"as\":\"lower_box_v\"},{\"op\":\"max\",\"field\":\"upper_box_v\","
	 "\"as\":\"upper_box_v\"}],\"groupby\":[]}],\"layer\":[{\"mark\":{\"type\":\"rule\",\"aria\":false,\"style\":\"boxplot-rule\"},"
	 "\"encoding\":{\"x\":{\"field\":\"lower_whisker_v\",\"type\":\"quantitative\",\"title\":\"v\"},\"x2\":{\"field\":\"lower_box_v\"},"
	 "\"tooltip\":[{\"field\":\"upper_whisker_v\",\"type\":\"quantitative\",\"title\":\"Upper Whisker of v\"},{\"field\":\"lower_whisker_v\""
	 ",\"type\":\"quantitative\",\"title\":\"Lower Whisker of v\"}]}},{\"mark\":{\"type\":\"rule\",\"aria\":false,\"style\":"
	 "\"boxplot-rule\"},\"encoding\":{\"x\":{\"field\":\"upper_box_v\",\"type\":\"quantitative\",\"title\":\"v\"},\"x2\":{\"field\":"
	 "\"upper_whisker_v\"},\"tooltip\":[{\"field\":\"upper_whisker_v\",\"type\":\"quantitative\",\"title\":\"Upper Whisker of v\"},"
	 "{\"field\":\"lower_whisker_v\",\"type\":\"quantitative\",\"title\":\"Lower Whisker of v\"}]}}]},{\"transform\":[{\"aggregate\":"
	 "[{\"op\":\"q1\",\"field\":\"v\",\"as\":\"lower_box_v\"},{\"op\":\"q3\",\"field\":\"v\",\"as\":\"upper_box_v\"},{\"op\":"
	 "\"median\",\"field\":\"v\",\"as\":\"mid_box_v\"},{\"op\":\"min\",\"field\":\"v\",\"as\":\"min_v\"},{\"op\":\"max\",\"field\":"
	 "\"v\",\"as\":\"max_v\"}],\"groupby\":[]}],\"layer\":[{\"mark\":{\"type\":\"bar\",\"size\":14,\"orient\":\"horizontal\","
	 "\"ariaRoleDescription\":\"box\",\"style\":\"boxplot-box\"},\"encoding\":{\"x\":{\"field\":\"lower_box_v\",\"type\":\"quantitative\","
	 "\"title\":\"v\"},\"x2\":{\"field\":\"upper_box_v\"},\"tooltip\":[{\"field\":\"max_v\",\"type\":\"quantitative\",\"title\":"
	 "\"Max of v\"},{\"field\":\"upper_box_v\",\"type\":\"quantitative\",\"title\":\"Q3 of v\"},{\"field\":\"mid_box_v\",\"type\":"
	 "\"quantitative\",\"title\":\"Median of v\"},{\"field\":\"lower_box_v\",\"type\":\"quantitative\",\"title\":\"Q1 of v\"},"
	 "{\"field\":\"min_v\",\"type\":\"quantitative\",\"title\":\"Min of v\"}]}},{\"mark\":{\"color\":\"white\",\"type\":\"tick\","
	 "\"size\":14,\"orient\":\"vertical\",\"aria\":false,\"style\":\"boxplot-median\"},\"encoding\":{\"x\":{\"field\":\"mid_box_v\","
	 "\"type\":\"quantitative\",\"title\":\"v\"},\"color\":{\"condition\":{\"test\":\"datum['lower_box_v'] >= datum['upper_box_v']\","
	 "\"value\":\"#4c78a8\"}},\"tooltip\":[{\"field\":\"max_v\",\"type\":\"quantitative\",\"title\":\"Max of v\"},{\"field\":"
	 "\"upper_box_v\",\"type\":\"quantitative\",\"title\":\"Q3 of v\"},{\"field\":\"mid_box_v\",\"type\":\"quantitative\",\"title\":"
	 "\"Median of v\"},{\"field\":\"lower_box_v\",\"type\":\"quantitative\",\"title\":\"Q1 of v\"},{\"field\":\"min_v\",\"type\":"
	 "\"quantitative\",\"title\":\"Min of v\"}]}}]}]}"},
	{"a boxplot from minimum to maximum",
	 "{\"data\":{\"url\":\"d\"},\"mark\":{\"type\":\"boxplot\",\"extent\":\"min-max\",\"rule\":{\"color\":\"red\"}},\"encoding\":"
	 "{\"x\":{\"field\":\"v\",\"type\":\"quantitative\"},\"y\":{\"field\":\"d\",\"type\":\"temporal\"},\"color\":{\"value\":"
	 "\"red\"}},\"config\":{\"boxplot\":{\"ticks\":{\"color\":\"red\"},\"box\":{\"color\":\"green\"}},\"fieldTitle\":\"functional\"}}",
	 "{\"data\":{\"url\":\"d\"},\"config\":{\"boxplot\":{\"ticks\":{\"color\":\"red\"},\"box\":{\"color\":\"green\"}},\"fieldTitle\":"
	 "\"functional\"},\"transform\":[{\"aggregate\":[{\"op\":\"q1\",\"field\":\"v\",\"as\":\"lower_box_v\"},{\"op\":\"q3\",\"field\":"
	 "\"v\",\"as\":\"upper_box_v\"},{\"op\":\"median\",\"field\":\"v\",\"as\":\"mid_box_v\"},{\"op\":\"min\",\"field\":\"v\","
	 "\"as\":\"lower_whisker_v\"},{\"op\":\"max\",\"field\":\"v\",\"as\":\"upper_whisker_v\"}],\"groupby\":[\"d\"]}],\"layer\":"
	 "[{\"mark\":{\"type\":\"rule\",\"aria\":false,\"style\":\"boxplot-rule\",\"color\":\"red\"},\"encoding\":{\"x\":{\"field\":"
	 "\"lower_whisker_v\",\"type\":\"quantitative\",\"title\":\"v\"},\"x2\":{\"field\":\"lower_box_v\"},\"y\":{\"field\":\"d\","
	 "\"type\":\"temporal\"},\"tooltip\":[{\"field\":\"upper_whisker_v\",\"type\":\"quantitative\",\"title\":\"Max of v\"},{\"field\":"
	 "\"upper_box_v\",\"type\":\"quantitative\",\"title\":\"Q3 of v\"},{\"field\":\"mid_box_v\",\"type\":\"quantitative\",\"title\":"
	 "\"Median of v\"},{\"field\":\"lower_box_v\",\"type\":\"quantitative\",\"title\":\"Q1 of v\"},{\"field\":\"lower_whisker_v\","
	 "\"type\":\"quantitative\",\"title\":\"Min of v\"},{\"field\":\"d\",\"type\":\"temporal\"}]}},{\"mark\":{\"type\":\"rule\","
	 "\"aria\":false,\"style\":\"boxplot-rule\",\"color\":\"red\"},\"encoding\":{\"x\":{\"field\":\"upper_box_v\",\"type\":\"quantitative\""
	 ",\"title\":\"v\"},\"x2\":{\"field\":\"upper_whisker_v\"},\"y\":{\"field\":\"d\",\"type\":\"temporal\"},\"tooltip\":[{\"field\":"
	 "\"upper_whisker_v\",\"type\":\"quantitative\",\"title\":\"Max of v\"},{\"field\":\"upper_box_v\",\"type\":\"quantitative\","
	 "\"title\":\"Q3 of v\"},{\"field\":\"mid_box_v\",\"type\":\"quantitative\",\"title\":\"Median of v\"},{\"field\":\"lower_box_v\","
	 "\"type\":\"quantitative\",\"title\":\"Q1 of v\"},{\"field\":\"lower_whisker_v\",\"type\":\"quantitative\",\"title\":\"Min of v\"},"
	 "{\"field\":\"d\",\"type\":\"temporal\"}]}},{\"mark\":{\"color\":\"black\",\"type\":\"tick\",\"opacity\":1,\"orient\":\"vertical\","
	 "\"aria\":false,\"style\":\"boxplot-ticks\"},\"encoding\":{\"x\":{\"field\":\"lower_whisker_v\",\"type\":\"quantitative\","
	 "\"title\":\"v\"},\"y\":{\"field\":\"d\",\"type\":\"temporal\"},\"tooltip\":[{\"field\":\"upper_whisker_v\",\"type\":\"quantitative\","
	 "\"title\":\"Max of v\"},{\"field\":\"upper_box_v\",\"type\":\"quantitative\",\"title\":\"Q3 of v\"},{\"field\":\"mid_box_v\","
	 "\"type\":\"quantitative\",\"title\":\"Median of v\"},{\"field\":\"lower_box_v\",\"type\":\"quantitative\",\"title\":\"Q1 of v\"},"
	 "{\"field\":\"lower_whisker_v\",\"type\":\"quantitative\",\"title\":\"Min of v\"},{\"field\":\"d\",\"type\":\"temporal\"}]}},"
	 "{\"mark\":{\"color\":\"black\",\"type\":\"tick\",\"opacity\":1,\"orient\":\"vertical\",\"aria\":false,\"style\":\"boxplot-ticks\"},"
	 "\"encoding\":{\"x\":{\"field\":\"upper_whisker_v\",\"type\":\"quantitative\",\"title\":\"v\"},\"y\":{\"field\":\"d\",\"type\":"
	 "\"temporal\"},\"tooltip\":[{\"field\":\"upper_whisker_v\",\"type\":\"quantitative\",\"title\":\"Max of v\"},{\"field\":"
	 "\"upper_box_v\",\"type\":\"quantitative\",\"title\":\"Q3 of v\"},{\"field\":\"mid_box_v\",\"type\":\"quantitative\",\"title\":"
	 "\"Median of v\"},{\"field\":\"lower_box_v\",\"type\":\"quantitative\",\"title\":\"Q1 of v\"},{\"field\":\"lower_whisker_v\","
	 "\"type\":\"quantitative\",\"title\":\"Min of v\"},{\"field\":\"d\",\"type\":\"temporal\"}]}},{\"mark\":{\"color\":\"green\","
	 "\"type\":\"bar\",\"size\":14,\"orient\":\"horizontal\",\"ariaRoleDescription\":\"box\",\"style\":\"boxplot-box\"},\"encoding\":"
	 "{\"x\":{\"field\":\"lower_box_v\",\"type\":\"quantitative\",\"title\":\"v\"},\"x2\":{\"field\":\"upper_box_v\"},\"y\":"
	 "{\"field\":\"d\",\"type\":\"temporal\"},\"color\":{\"value\":\"red\"},\"tooltip\":[{\"field\":\"upper_whisker_v\",\"type\":"
	 "\"quantitative\",\"title\":\"Max of v\"},{\"field\":\"upper_box_v\",\"type\":\"quantitative\",\"title\":\"Q3 of v\"},{\"field\":"
	 "\"mid_box_v\",\"type\":\"quantitative\",\"title\":\"Median of v\"},{\"field\":\"lower_box_v\",\"type\":\"quantitative\","
	 "\"title\":\"Q1 of v\"},{\"field\":\"lower_whisker_v\",\"type\":\"quantitative\",\"title\":\"Min of v\"},{\"field\":\"d\","
	 "\"type\":\"temporal\"}]}},{\"mark\":{\"color\":\"white\",\"type\":\"tick\",\"size\":14,\"orient\":\"vertical\",\"aria\":"
	 "false,\"style\":\"boxplot-median\"},\"encoding\":{\"x\":{\"field\":\"mid_box_v\",\"type\":\"quantitative\",\"title\":\"v\"},"
	 "\"y\":{\"field\":\"d\",\"type\":\"temporal\"},\"color\":{\"condition\":{\"test\":\"datum['lower_box_v'] >= datum['upper_box_v']\","
	 "\"value\":\"red\"}},\"tooltip\":[{\"field\":\"upper_whisker_v\",\"type\":\"quantitative\",\"title\":\"Max of v\"},{\"field\":"
	 "\"upper_box_v\",\"type\":\"quantitative\",\"title\":\"Q3 of v\"},{\"field\":\"mid_box_v\",\"type\":\"quantitative\",\"title\":"
	 "\"Median of v\"},{\"field\":\"lower_box_v\",\"type\":\"quantitative\",\"title\":\"Q1 of v\"},{\"field\":\"lower_whisker_v\","
	 "\"type\":\"quantitative\",\"title\":\"Min of v\"},{\"field\":\"d\",\"type\":\"temporal\"}]}}]}"},
	{"an error bar of standard errors",
	 "{\"data\":{\"url\":\"d\"},\"mark\":{\"type\":\"errorbar\",\"ticks\":true,\"thickness\":3,\"size\":4},\"encoding\":{\"x\":"
	 "{\"field\":\"y\",\"timeUnit\":\"utcyear\"},\"y\":{\"field\":\"v\",\"type\":\"quantitative\",\"title\":\"T\"},\"color\":"
	 "{\"field\":\"c\",\"type\":\"ordinal\"},\"size\":{\"field\":\"k\",\"type\":\"quantitative\",\"aggregate\":\"mean\"}}}",
	 "{\"data\":{\"url\":\"d\"},\"transform\":[{\"timeUnit\":{\"unit\":\"year\",\"utc\":true},\"field\":\"y\",\"as\":\"utcyear_y\"},"
	 "{\"aggregate\":[{\"op\":\"mean\",\"as\":\"mean_k\",\"field\":\"k\"},{\"op\":\"stderr\",\"field\":\"v\",\"as\":\"extent_v\"},"
	 "{\"op\":\"mean\",\"field\":\"v\",\"as\":\"center_v\"}],\"groupby\":[\"utcyear_y\",\"c\"]},{\"calculate\":\"datum['center_v'] + datum["
	 "'extent_v']\",\"as\":\"upper_v\"},{\"calculate\":\"datum['center_v'] - datum['extent_v']\",\"as\":\"lower_v\"}],\"layer\":"
	 "[{\"mark\":{\"type\":\"tick\",\"orient\":\"horizontal\",\"aria\":false,\"thickness\":3,\"size\":4,\"style\":\"errorbar-ticks\"},"
	 "\"encoding\":{\"y\":{\"field\":\"lower_v\",\"type\":\"quantitative\",\"title\":\"T\"},\"x\":{\"title\":\"y (year)\",\"type\":"
	 "\"temporal\",\"field\":\"utcyear_y\"},\"color\":{\"field\":\"c\",\"type\":\"ordinal\"},\"tooltip\":[{\"field\":\"center_v\","
	 "\"type\":\"quantitative\",\"title\":\"Mean of T\"},{\"field\":\"upper_v\",\"type\":\"quantitative\",\"title\":\"Mean + stderr of T\"}"
	 ",{\"field\":\"lower_v\",\"type\":\"quantitative\",\"title\":\"Mean - stderr of T\"},{\"title\":\"y (year)\",\"type\":\"temporal\","
	 "\"field\":\"utcyear_y\"},{\"field\":\"c\",\"type\":\"ordinal\"},{\"title\":\"Mean of k\",\"type\":\"quantitative\",\"field\":"
	 "\"mean_k\"}]}},{\"mark\":{\"type\":\"tick\",\"orient\":\"horizontal\",\"aria\":false,\"thickness\":3,\"size\":4,\"style\":"
	 "\"errorbar-ticks\"},\"encoding\":{\"y\":{\"field\":\"upper_v\",\"type\":\"quantitative\",\"title\":\"T\"},\"x\":{\"title\":"
	 "\"y (year)\",\"type\":\"temporal\",\"field\":\"utcyear_y\"},\"color\":{\"field\":\"c\",\"type\":\"ordinal\"},\"tooltip\":"
	 "[{\"field\":\"center_v\",\"type\":\"quantitative\",\"title\":\"Mean of T\"},{\"field\":\"upper_v\",\"type\":\"quantitative\","
	 "\"title\":\"Mean + stderr of T\"},{\"field\":\"lower_v\",\"type\":\"quantitative\",\"title\":\"Mean - stderr of T\"},{\"title\":"
	 "\"y (year)\",\"type\":\"temporal\",\"field\":\"utcyear_y\"},{\"field\":\"c\",\"type\":\"ordinal\"},{\"title\":\"Mean of k\","
	 "\"type\":\"quantitative\",\"field\":\"mean_k\"}]}},{\"mark\":{\"type\":\"rule\",\"ariaRoleDescription\":\"errorbar\",\"size\":"
	 "3,\"style\":\"errorbar-rule\"},\"encoding\":{\"y\":{\"field\":\"lower_v\",\"type\":\"quantitative\",\"title\":\"T\"},\"y2\":"
	 "{\"field\":\"upper_v\"},\"x\":{\"title\":\"y (year)\",\"type\":\"temporal\",\"field\":\"utcyear_y\"},\"color\":{\"field\":"
	 "\"c\",\"type\":\"ordinal\"},\"tooltip\":[{\"field\":\"center_v\",\"type\":\"quantitative\",\"title\":\"Mean of T\"},{\"field\":"
	 "\"upper_v\",\"type\":\"quantitative\",\"title\":\"Mean + stderr of T\"},{\"field\":\"lower_v\",\"type\":\"quantitative\","
	 "\"title\":\"Mean - stderr of T\"},{\"title\":\"y (year)\",\"type\":\"temporal\",\"field\":\"utcyear_y\"},{\"field\":\"c\","
	 "\"type\":\"ordinal\"},{\"title\":\"Mean of k\",\"type\":\"quantitative\",\"field\":\"mean_k\"}]}}]}"},
	{"an error bar between quartiles",
	 "{\"data\":{\"url\":\"d\"},\"mark\":{\"type\":\"errorbar\",\"extent\":\"iqr\"},\"encoding\":{\"x\":{\"field\":\"it's\","
	 "\"type\":\"quantitative\"}}}",
	 "{\"data\":{\"url\":\"d\"},\"transform\":[{\"aggregate\":[{\"op\":\"q1\",\"field\":\"it's\",\"as\":\"lower_it's\"},{\"op\":"
	 "\"q3\",\"field\":\"it's\",\"as\":\"upper_it's\"},{\"op\":\"median\",\"field\":\"it's\",\"as\":\"center_it's\"}],\"groupby\":"
	 "[]}],\"mark\":{\"type\":\"rule\",\"ariaRoleDescription\":\"errorbar\",\"style\":\"errorbar-rule\"},\"encoding\":{\"x\":"
	 "{\"field\":\"lower_it's\",\"type\":\"quantitative\",\"title\":\"it's\"},\"x2\":{\"field\":\"upper_it's\"},\"tooltip\":"
	 "[{\"field\":\"upper_it's\",\"type\":\"quantitative\",\"title\":\"Q3 of it's\"},{\"field\":\"lower_it's\",\"type\":\"quantitative\","
	 "\"title\":\"Q1 of it's\"},{\"field\":\"center_it's\",\"type\":\"quantitative\",\"title\":\"Median of it's\"}]}}"},
	{"an error bar with given ends",
	 "{\"data\":{\"url\":\"d\"},\"mark\":\"errorbar\",\"transform\":[{\"filter\":\"true\"}],\"encoding\":{\"y\":{\"field\":\"lo\","
	 "\"type\":\"quantitative\"},\"y2\":{\"field\":\"hi\"},\"x\":{\"field\":\"g\",\"type\":\"ordinal\"}}}",
	 "{\"data\":{\"url\":\"d\"},\"transform\":[{\"filter\":\"true\"},{\"calculate\":\"datum['hi']\",\"as\":\"upper_lo\"},{\"calculate\":"
	 "\"datum['lo']\",\"as\":\"lower_lo\"}],\"mark\":{\"type\":\"rule\",\"ariaRoleDescription\":\"errorbar\",\"style\":\"errorbar-rule\"},"
	 "\"encoding\":{\"y\":{\"field\":\"lower_lo\",\"type\":\"quantitative\",\"title\":\"lo\"},\"y2\":{\"field\":\"upper_lo\"},"
	 "\"x\":{\"field\":\"g\",\"type\":\"ordinal\"},\"tooltip\":[{\"field\":\"upper_lo\",\"type\":\"quantitative\",\"title\":"
	 "\"hi\"},{\"field\":\"lower_lo\",\"type\":\"quantitative\",\"title\":\"lo\"},{\"field\":\"g\",\"type\":\"ordinal\"}]}}"},
	{"an error bar with given errors",
	 "{\"data\":{\"url\":\"d\"},\"mark\":\"errorbar\",\"encoding\":{\"x\":{\"field\":\"v\",\"type\":\"quantitative\"},\"xError\":"
	 "{\"field\":\"e\"},\"xError2\":{\"field\":\"e2\"},\"y\":{\"field\":\"g\",\"type\":\"ordinal\",\"axis\":{\"title\":\"G\"}}}}",
	 "{\"data\":{\"url\":\"d\"},\"transform\":[{\"calculate\":\"datum['v'] + datum['e']\",\"as\":\"upper_v\"},{\"calculate\":"
	 "\"datum['v'] + datum['e2']\",\"as\":\"lower_v\"}],\"mark\":{\"type\":\"rule\",\"ariaRoleDescription\":\"errorbar\",\"style\":"
	 "\"errorbar-rule\"},\"encoding\":{\"x\":{\"field\":\"lower_v\",\"type\":\"quantitative\",\"title\":\"v\"},\"x2\":{\"field\":"
	 "\"upper_v\"},\"y\":{\"field\":\"g\",\"type\":\"ordinal\",\"axis\":{\"title\":\"G\"}},\"tooltip\":[{\"field\":\"v\",\"type\":"
	 "\"quantitative\",\"title\":\"v\"},{\"field\":\"upper_v\",\"type\":\"quantitative\",\"title\":\"v + e\"},{\"field\":\"lower_v\","
	 "\"type\":\"quantitative\",\"title\":\"v + e2\"},{\"field\":\"g\",\"type\":\"ordinal\"}]}}"},
	{"an error band of a confidence interval",
	 "{\"data\":{\"url\":\"d\"},\"mark\":{\"type\":\"errorband\",\"extent\":\"ci\",\"borders\":{\"opacity\":0.5},\"interpolate\":"
	 "\"monotone\",\"tension\":0.3,\"color\":\"red\"},\"encoding\":{\"x\":{\"field\":\"x\",\"type\":\"quantitative\",\"bin\":"
	 "{\"step\":2}},\"y\":{\"field\":\"v\",\"type\":\"quantitative\",\"scale\":{\"zero\":false}},\"detail\":{\"field\":\"o\","
	 "\"type\":\"ordinal\"}}}",
	 "{\"data\":{\"url\":\"d\"},\"transform\":[{\"bin\":{\"step\":2},\"field\":\"x\",\"as\":\"bin_step_2_x\"},{\"aggregate\":"
	 "[{\"op\":\"ci0\",\"field\":\"v\",\"as\":\"lower_v\"},{\"op\":\"ci1\",\"field\":\"v\",\"as\":\"upper_v\"},{\"op\":\"mean\","
	 "\"field\":\"v\",\"as\":\"center_v\"}],\"groupby\":[\"bin_step_2_x\",\"bin_step_2_x_end\",\"o\"]}],\"layer\":[{\"mark\":"
	 "{\"opacity\":0.3,\"color\":\"red\",\"type\":\"area\",\"interpolate\":\"monotone\",\"tension\":0.3,\"ariaRoleDescription\":"
	 "\"errorband\",\"style\":\"errorband-band\"},\"encoding\":{\"y\":{\"field\":\"lower_v\",\"type\":\"quantitative\",\"title\":"
	 "\"v\",\"scale\":{\"zero\":false}},\"y2\":{\"field\":\"upper_v\"},\"x2\":{\"field\":\"bin_step_2_x_end\"},\"x\":{\"title\":"
	 "\"x (binned)\",\"type\":\"quantitative\",\"field\":\"bin_step_2_x\",\"bin\":\"binned\"},\"detail\":{\"field\":\"o\",\"type\":"
	 "\"ordinal\"},\"tooltip\":[{\"field\":\"upper_v\",\"type\":\"quantitative\",\"title\":\"Ci1 of v\"},{\"field\":\"lower_v\","
	 "\"type\":\"quantitative\",\"title\":\"Ci0 of v\"},{\"field\":\"center_v\",\"type\":\"quantitative\",\"title\":\"Mean of v\"},"
	 "{\"field\":\"bin_step_2_x_end\"},{\"title\":\"x (binned)\",\"type\":\"quantitative\",\"field\":\"bin_step_2_x\",\"bin\":"
	 "\"binned\"},{\"field\":\"o\",\"type\":\"ordinal\"}]}},{\"mark\":{\"color\":\"red\",\"type\":\"line\",\"interpolate\":\"monotone\","
	 "\"tension\":0.3,\"aria\":false,\"style\":\"errorband-borders\",\"opacity\":0.5},\"encoding\":{\"y\":{\"field\":\"lower_v\","
	 "\"type\":\"quantitative\",\"title\":\"v\",\"scale\":{\"zero\":false}},\"x2\":{\"field\":\"bin_step_2_x_end\"},\"x\":{\"title\":"
	 "\"x (binned)\",\"type\":\"quantitative\",\"field\":\"bin_step_2_x\",\"bin\":\"binned\"},\"detail\":{\"field\":\"o\",\"type\":"
	 "\"ordinal\"},\"tooltip\":[{\"field\":\"upper_v\",\"type\":\"quantitative\",\"title\":\"Ci1 of v\"},{\"field\":\"lower_v\","
	 "\"type\":\"quantitative\",\"title\":\"Ci0 of v\"},{\"field\":\"center_v\",\"type\":\"quantitative\",\"title\":\"Mean of v\"},"
	 "{\"field\":\"bin_step_2_x_end\"},{\"title\":\"x (binned)\",\"type\":\"quantitative\",\"field\":\"bin_step_2_x\",\"bin\":"
	 "\"binned\"},{\"field\":\"o\",\"type\":\"ordinal\"}]}},{\"mark\":{\"color\":\"red\",\"type\":\"line\",\"interpolate\":\"monotone\","
	 "\"tension\":0.3,\"aria\":false,\"style\":\"errorband-borders\",\"opacity\":0.5},\"encoding\":{\"y\":{\"field\":\"upper_v\","
	 "\"type\":\"quantitative\",\"title\":\"v\",\"scale\":{\"zero\":false}},\"x2\":{\"field\":\"bin_step_2_x_end\"},\"x\":{\"title\":"
	 "\"x (binned)\",\"type\":\"quantitative\",\"field\":\"bin_step_2_x\",\"bin\":\"binned\"},\"detail\":{\"field\":\"o\",\"type\":"
	 "\"ordinal\"},\"tooltip\":[{\"field\":\"upper_v\",\"type\":\"quantitative\",\"title\":\"Ci1 of v\"},{\"field\":\"lower_v\","
	 "\"type\":\"quantitative\",\"title\":\"Ci0 of v\"},{\"field\":\"center_v\",\"type\":\"quantitative\",\"title\":\"Mean of v\"},"
	 "{\"field\":\"bin_step_2_x_end\"},{\"title\":\"x (binned)\",\"type\":\"quantitative\",\"field\":\"bin_step_2_x\",\"bin\":"
	 "\"binned\"},{\"field\":\"o\",\"type\":\"ordinal\"}]}}]}"},
	{"an error band of standard deviations",
	 "{\"data\":{\"url\":\"d\"},\"mark\":{\"type\":\"errorband\",\"extent\":\"stdev\"},\"encoding\":{\"y\":{\"field\":\"v\","
	 "\"type\":\"quantitative\"}}}",
	 "{\"data\":{\"url\":\"d\"},\"transform\":[{\"aggregate\":[{\"op\":\"stdev\",\"field\":\"v\",\"as\":\"extent_v\"},{\"op\":"
	 "\"mean\",\"field\":\"v\",\"as\":\"center_v\"}],\"groupby\":[]},{\"calculate\":\"datum['center_v'] + datum['extent_v']\","
	 "\"as\":\"upper_v\"},{\"calculate\":\"datum['center_v'] - datum['extent_v']\",\"as\":\"lower_v\"}],\"layer\":[{\"mark\":"
	 "{\"opacity\":0.3,\"type\":\"rect\",\"style\":\"errorband-band\"},\"encoding\":{\"y\":{\"field\":\"lower_v\",\"type\":\"quantitative\""
	 ",\"title\":\"v\"},\"y2\":{\"field\":\"upper_v\"},\"tooltip\":[{\"field\":\"center_v\",\"type\":\"quantitative\",\"title\":"
	 "\"Mean of v\"},{\"field\":\"upper_v\",\"type\":\"quantitative\",\"title\":\"Mean + stdev of v\"},{\"field\":\"lower_v\","
	 "\"type\":\"quantitative\",\"title\":\"Mean - stdev of v\"}]}}]}"},
	{"argmax and months in an aggregated mark",
	 "{\"data\":{\"url\":\"d\"},\"mark\":{\"type\":\"boxplot\",\"extent\":\"min-max\",\"box\":false,\"rule\":false,\"median\":"
	 "false,\"ticks\":true},\"encoding\":{\"y\":{\"field\":\"v\",\"type\":\"quantitative\"},\"color\":{\"field\":\"z\",\"aggregate\":"
	 "{\"argmax\":\"w\"}},\"shape\":{\"field\":\"m\",\"type\":\"ordinal\",\"timeUnit\":{\"unit\":\"month\",\"step\":2}}}}",
	 "{\"data\":{\"url\":\"d\"},\"transform\":[{\"timeUnit\":{\"unit\":\"month\",\"step\":2},\"field\":\"m\",\"as\":\"month_step_2_m\"},"
	 "{\"aggregate\":[{\"op\":\"argmax\",\"as\":\"argmax_w\",\"field\":\"z\"},{\"op\":\"q1\",\"field\":\"v\",\"as\":\"lower_box_v\"},"
	 "{\"op\":\"q3\",\"field\":\"v\",\"as\":\"upper_box_v\"},{\"op\":\"median\",\"field\":\"v\",\"as\":\"mid_box_v\"},{\"op\":"
	 "\"min\",\"field\":\"v\",\"as\":\"lower_whisker_v\"},{\"op\":\"max\",\"field\":\"v\",\"as\":\"upper_whisker_v\"}],\"groupby\":"
	 "[\"month_step_2_m\"]}],\"layer\":[{\"mark\":{\"type\":\"tick\",\"color\":\"black\",\"opacity\":1,\"orient\":\"horizontal\","
	 "\"aria\":false,\"style\":\"boxplot-ticks\"},\"encoding\":{\"y\":{\"field\":\"lower_whisker_v\",\"type\":\"quantitative\","
	 "\"title\":\"v\"},\"shape\":{\"title\":\"m (month)\",\"type\":\"ordinal\",\"field\":\"month_step_2_m\",\"legend\":{\"formatType\":"
	 "\"time\"}},\"tooltip\":[{\"field\":\"upper_whisker_v\",\"type\":\"quantitative\",\"title\":\"Max of v\"},{\"field\":\"upper_box_v\","
	 "\"type\":\"quantitative\",\"title\":\"Q3 of v\"},{\"field\":\"mid_box_v\",\"type\":\"quantitative\",\"title\":\"Median of v\"},"
	 "{\"field\":\"lower_box_v\",\"type\":\"quantitative\",\"title\":\"Q1 of v\"},{\"field\":\"lower_whisker_v\",\"type\":\"quantitative\","
	 "\"title\":\"Min of v\"},{\"title\":\"z for max w\",\"type\":\"nominal\",\"field\":\"argmax_w.z\"},{\"title\":\"m (month)\","
	 "\"type\":\"ordinal\",\"field\":\"month_step_2_m\"}]}},{\"mark\":{\"type\":\"tick\",\"color\":\"black\",\"opacity\":1,\"orient\":"
	 "\"horizontal\",\"aria\":false,\"style\":\"boxplot-ticks\"},\"encoding\":{\"y\":{\"field\":\"upper_whisker_v\",\"type\":"
	 "\"quantitative\",\"title\":\"v\"},\"shape\":{\"title\":\"m (month)\",\"type\":\"ordinal\",\"field\":\"month_step_2_m\","
	 "\"legend\":{\"formatType\":\"time\"}},\"tooltip\":[{\"field\":\"upper_whisker_v\",\"type\":\"quantitative\",\"title\":"
	 "\"Max of v\"},{\"field\":\"upper_box_v\",\"type\":\"quantitative\",\"title\":\"Q3 of v\"},{\"field\":\"mid_box_v\",\"type\":"
	 "\"quantitative\",\"title\":\"Median of v\"},{\"field\":\"lower_box_v\",\"type\":\"quantitative\",\"title\":\"Q1 of v\"},"
	 "{\"field\":\"lower_whisker_v\",\"type\":\"quantitative\",\"title\":\"Min of v\"},{\"title\":\"z for max w\",\"type\":\"nominal\","
	 "\"field\":\"argmax_w.z\"},{\"title\":\"m (month)\",\"type\":\"ordinal\",\"field\":\"month_step_2_m\"}]}}]}"},
	{"old selections",
	 "{\"data\":{\"url\":\"d\"},\"selection\":{\"a\":{\"type\":\"single\",\"empty\":\"none\",\"init\":{\"x\":1},\"bind\":\"scales\","
	 "\"fields\":[\"x\"]},\"b\":{\"type\":\"interval\"}},\"mark\":\"bar\",\"transform\":[{\"filter\":{\"and\":[{\"selection\":"
	 "\"a\"},\"datum.x>1\"]}},{\"lookup\":\"x\",\"from\":{\"selection\":\"a\",\"key\":\"x\"}}],\"encoding\":{\"x\":{\"field\":"
	 "\"x\",\"type\":\"quantitative\",\"scale\":{\"domain\":{\"selection\":\"b\"}}},\"color\":{\"condition\":{\"selection\":"
	 "{\"or\":[\"a\",\"b\"]},\"value\":\"red\"},\"value\":\"blue\"}}}",
	 "{\"data\":{\"url\":\"d\"},\"mark\":\"bar\",\"encoding\":{\"x\":{\"field\":\"x\",\"type\":\"quantitative\",\"scale\":{\"domain\":"
	 "{\"param\":\"b\"}}},\"color\":{\"condition\":{\"value\":\"red\",\"test\":{\"or\":[{\"param\":\"a\",\"empty\":false},{\"param\":"
	 "\"b\",\"empty\":true}]}},\"value\":\"blue\"}},\"transform\":[{\"filter\":{\"and\":[{\"param\":\"a\",\"empty\":false},\"datum.x>1\"]}}"
	 ",{\"lookup\":\"x\",\"from\":{\"param\":\"a\",\"key\":\"x\"}}],\"params\":[{\"name\":\"a\",\"value\":{\"x\":1},\"select\":"
	 "{\"type\":\"point\",\"fields\":[\"x\"],\"toggle\":false},\"bind\":\"scales\"},{\"name\":\"b\",\"select\":{\"type\":\"interval\"}}]}"},
	{"selections go down to the views they name",
	 "{\"data\":{\"url\":\"d\"},\"params\":[{\"name\":\"s\",\"select\":\"point\",\"views\":[[\"h\",\"u\"]]},{\"name\":\"w\","
	 "\"select\":\"point\",\"views\":[\"h\"]},{\"name\":\"all\",\"select\":\"interval\"}],\"hconcat\":[{\"name\":\"h\",\"vconcat\":"
	 "[{\"name\":\"u\",\"mark\":\"bar\"},{\"mark\":\"tick\"}]},{\"mark\":\"bar\",\"name\":\"u\"}]}",
	 "{\"data\":{\"url\":\"d\"},\"hconcat\":[{\"name\":\"h\",\"vconcat\":[{\"name\":\"u\",\"mark\":\"bar\",\"params\":[{\"name\":"
	 "\"s\",\"select\":\"point\",\"views\":[[\"h\",\"u\"]]},{\"name\":\"w\",\"select\":\"point\",\"views\":[\"h\"]},{\"name\":"
	 "\"all\",\"select\":\"interval\"}]},{\"mark\":\"tick\",\"params\":[{\"name\":\"w\",\"select\":\"point\",\"views\":[\"h\"]},"
	 "{\"name\":\"all\",\"select\":\"interval\"}]}]},{\"mark\":\"bar\",\"name\":\"u\",\"params\":[{\"name\":\"all\",\"select\":"
	 "\"interval\"}]}]}"},
	{"container sizes set autosize",
	 "{\"data\":{\"url\":\"d\"},\"width\":\"container\",\"mark\":\"bar\"}",
	 "{\"data\":{\"url\":\"d\"},\"width\":\"container\",\"mark\":\"bar\",\"autosize\":{\"type\":\"fit-x\",\"contains\":\"padding\"}}"},
};
