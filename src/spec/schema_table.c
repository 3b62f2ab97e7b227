/* Made by tools/schema-table.py from Vega-Lite's JSON schema: do not edit. */
#include "spec/schema_table.h"

/* clang-format off */
const char zn_schema_text[] =
	"$schema\0-color\0-fill\0-fillOpacity\0-opacity\0-shape\0-size\0-stroke\0-strokeOpacity\0-strokeWidth\0-text\0-x\0-y\0"
	"Feature\0FeatureCollection\0GeometryCollection\0LineString\0MultiLineString\0MultiPoint\0MultiPolygon\0Point\0"
	"Polygon\0accent\0aggregate\0albers\0albersUsa\0alias\0align\0all\0all-scroll\0alphabetic\0anchor\0and\0angle\0"
	"animationDuration\0arc\0area\0argmax\0argmin\0aria\0ariaRole\0ariaRoleDescription\0as\0ascending\0aspect\0auto\0"
	"autocomplete\0autosize\0average\0axis\0axisBand\0axisBottom\0axisDiscrete\0axisLeft\0axisPoint\0axisQuantitative\0"
	"axisRight\0axisTemporal\0axisTop\0axisX\0axisXBand\0axisXDiscrete\0axisXPoint\0axisXQuantitative\0axisXTemporal\0"
	"axisY\0axisYBand\0axisYDiscrete\0axisYPoint\0axisYQuantitative\0axisYTemporal\0azimuthalEqualArea\0"
	"azimuthalEquidistant\0background\0band\0bandPaddingInner\0bandPaddingOuter\0bandPosition\0bandSize\0"
	"bandWithNestedOffsetPaddingInner\0bandWithNestedOffsetPaddingOuter\0bandwidth\0bar\0barBandPaddingInner\0base\0"
	"baseline\0basis\0basis-closed\0basis-open\0bbox\0between\0bevel\0bin\0bin-ordinal\0binSpacing\0bind\0binned\0"
	"binnedutcyear\0binnedutcyeardayofyear\0binnedutcyearmonth\0binnedutcyearmonthdate\0binnedutcyearmonthdatehours\0"
	"binnedutcyearmonthdatehoursminutes\0binnedutcyearmonthdatehoursminutesseconds\0binnedutcyearquarter\0"
	"binnedutcyearquartermonth\0binnedutcyearweek\0binnedutcyearweekday\0binnedutcyearweekdayhours\0"
	"binnedutcyearweekdayhoursminutes\0binnedutcyearweekdayhoursminutesseconds\0binnedyear\0binnedyeardayofyear\0"
	"binnedyearmonth\0binnedyearmonthdate\0binnedyearmonthdatehours\0binnedyearmonthdatehoursminutes\0"
	"binnedyearmonthdatehoursminutesseconds\0binnedyearquarter\0binnedyearquartermonth\0binnedyearweek\0binnedyearweekday\0"
	"binnedyearweekdayhours\0binnedyearweekdayhoursminutes\0binnedyearweekdayhoursminutesseconds\0bins\0blend\0bluegreen\0"
	"bluegreen-3\0bluegreen-4\0bluegreen-5\0bluegreen-6\0bluegreen-7\0bluegreen-8\0bluegreen-9\0blueorange\0blueorange-10\0"
	"blueorange-11\0blueorange-3\0blueorange-4\0blueorange-5\0blueorange-6\0blueorange-7\0blueorange-8\0blueorange-9\0"
	"bluepurple\0bluepurple-3\0bluepurple-4\0bluepurple-5\0bluepurple-6\0bluepurple-7\0bluepurple-8\0bluepurple-9\0blues\0"
	"bold\0bolder\0borders\0bottom\0bottom-left\0bottom-right\0bounds\0box\0boxplot\0break-paths-filter-domains\0"
	"break-paths-show-domains\0break-paths-show-path-domains\0brownbluegreen\0brownbluegreen-10\0brownbluegreen-11\0"
	"brownbluegreen-3\0brownbluegreen-4\0brownbluegreen-5\0brownbluegreen-6\0brownbluegreen-7\0brownbluegreen-8\0"
	"brownbluegreen-9\0browns\0bundle\0butt\0calculate\0cardinal\0cardinal-closed\0cardinal-open\0category\0category10\0"
	"category20\0category20b\0category20c\0catmull-rom\0cell\0center\0checkbox\0ci\0ci0\0ci1\0circle\0cividis\0clamp\0"
	"clear\0click\0clip\0clipAngle\0clipExtent\0clipHeight\0coefficient\0col-resize\0color\0color-burn\0color-dodge\0"
	"column\0columnPadding\0columns\0concat\0condition\0config\0conicConformal\0conicEqualArea\0conicEquidistant\0"
	"constant\0consume\0container\0contains\0content\0context-menu\0continuousBandSize\0continuousHeight\0"
	"continuousPadding\0continuousWidth\0coordinates\0copy\0cornerRadius\0cornerRadiusBottomLeft\0cornerRadiusBottomRight\0"
	"cornerRadiusEnd\0cornerRadiusTopLeft\0cornerRadiusTopRight\0count\0countTitle\0counts\0crosshair\0csv\0cubehelix\0"
	"cubehelix-long\0cume_dist\0cumulative\0currency\0cursor\0customFormatTypes\0dark2\0darkblue\0darkblue-3\0darkblue-4\0"
	"darkblue-5\0darkblue-6\0darkblue-7\0darkblue-8\0darkblue-9\0darken\0darkgold\0darkgold-3\0darkgold-4\0darkgold-5\0"
	"darkgold-6\0darkgold-7\0darkgold-8\0darkgold-9\0darkgreen\0darkgreen-3\0darkgreen-4\0darkgreen-5\0darkgreen-6\0"
	"darkgreen-7\0darkgreen-8\0darkgreen-9\0darkmulti\0darkmulti-3\0darkmulti-4\0darkmulti-5\0darkmulti-6\0darkmulti-7\0"
	"darkmulti-8\0darkmulti-9\0darkred\0darkred-3\0darkred-4\0darkred-5\0darkred-6\0darkred-7\0darkred-8\0darkred-9\0data\0"
	"datasets\0date\0dateTime\0datum\0day\0dayhours\0dayhoursminutes\0dayhoursminutesseconds\0dayofyear\0days\0dblclick\0"
	"debounce\0decimal\0default\0delimiter\0dense_rank\0density\0descending\0description\0detail\0difference\0dir\0"
	"direction\0disable\0discreteBandSize\0discreteHeight\0discreteWidth\0distance\0distinct\0diverging\0divide\0domain\0"
	"domainCap\0domainColor\0domainDash\0domainDashOffset\0domainMax\0domainMid\0domainMin\0domainOpacity\0domainRaw\0"
	"domainWidth\0dragenter\0dragleave\0dragover\0dsv\0dx\0dy\0e-resize\0each\0element\0ellipsis\0empty\0encoding\0"
	"encodings\0end\0endAngle\0equal\0equalEarth\0equirectangular\0errorband\0errorbar\0event\0ew-resize\0exclusion\0exp\0"
	"exponent\0exponential\0exponentialb\0expr\0extent\0extentMajor\0extentMinor\0facet\0feature\0features\0field\0"
	"fieldTitle\0fields\0fill\0fillColor\0fillOpacity\0filled\0filter\0first_value\0fit\0fit-x\0fit-y\0flatten\0flush\0"
	"fold\0font\0fontSize\0fontStyle\0fontWeight\0for\0format\0formatType\0fraction\0frame\0framesPerSecond\0from\0full\0"
	"functional\0gamma\0geojson\0geometries\0geometry\0geoshape\0global\0gnomonic\0goldgreen\0goldgreen-3\0goldgreen-4\0"
	"goldgreen-5\0goldgreen-6\0goldgreen-7\0goldgreen-8\0goldgreen-9\0goldorange\0goldorange-3\0goldorange-4\0"
	"goldorange-5\0goldorange-6\0goldorange-7\0goldorange-8\0goldorange-9\0goldred\0goldred-3\0goldred-4\0goldred-5\0"
	"goldred-6\0goldred-7\0goldred-8\0goldred-9\0grab\0grabbing\0gradient\0gradientDirection\0gradientHorizontalMaxLength\0"
	"gradientHorizontalMinLength\0gradientLabelLimit\0gradientLabelOffset\0gradientLength\0gradientOpacity\0"
	"gradientStrokeColor\0gradientStrokeWidth\0gradientThickness\0gradientVerticalMaxLength\0gradientVerticalMinLength\0"
	"graticule\0greedy\0greenblue\0greenblue-3\0greenblue-4\0greenblue-5\0greenblue-6\0greenblue-7\0greenblue-8\0"
	"greenblue-9\0greens\0greys\0grid\0gridAlign\0gridCap\0gridColor\0gridDash\0gridDashOffset\0gridOpacity\0gridWidth\0"
	"group\0group-subtitle\0group-title\0groupby\0grouping\0gt\0gte\0guide-label\0guide-title\0hard-light\0hcl\0hcl-long\0"
	"hconcat\0header\0headerColumn\0headerFacet\0headerRow\0heatmap\0height\0help\0horizontal\0hour\0hours\0hoursminutes\0"
	"hoursminutesseconds\0href\0hsl\0hsl-long\0hue\0id\0identity\0ignorePeers\0image\0impute\0independent\0inferno\0"
	"innerRadius\0input\0interpolate\0intersect\0interval\0invalid\0iqr\0joinaggregate\0json\0key\0keydown\0keypress\0"
	"keyup\0keyvals\0lab\0labelAlign\0labelAnchor\0labelAngle\0labelBaseline\0labelBound\0labelColor\0labelExpr\0"
	"labelFlush\0labelFlushOffset\0labelFont\0labelFontSize\0labelFontStyle\0labelFontWeight\0labelLimit\0labelLineHeight\0"
	"labelOffset\0labelOpacity\0labelOrient\0labelOverlap\0labelPadding\0labelSeparation\0labels\0lag\0last_value\0"
	"latitude\0latitude2\0layer\0layout\0lead\0left\0legend\0legendX\0legendY\0lighten\0lighter\0lightgreyred\0"
	"lightgreyred-3\0lightgreyred-4\0lightgreyred-5\0lightgreyred-6\0lightgreyred-7\0lightgreyred-8\0lightgreyred-9\0"
	"lightgreyteal\0lightgreyteal-3\0lightgreyteal-4\0lightgreyteal-5\0lightgreyteal-6\0lightgreyteal-7\0lightgreyteal-8\0"
	"lightgreyteal-9\0lightmulti\0lightmulti-3\0lightmulti-4\0lightmulti-5\0lightmulti-6\0lightmulti-7\0lightmulti-8\0"
	"lightmulti-9\0lightorange\0lightorange-3\0lightorange-4\0lightorange-5\0lightorange-6\0lightorange-7\0lightorange-8\0"
	"lightorange-9\0lighttealblue\0lighttealblue-3\0lighttealblue-4\0lighttealblue-5\0lighttealblue-6\0lighttealblue-7\0"
	"lighttealblue-8\0lighttealblue-9\0limit\0line\0line-bottom\0line-top\0lineBreak\0lineHeight\0linear\0linear-closed\0"
	"lobes\0locale\0loess\0log\0longitude\0longitude2\0lookup\0lt\0lte\0ltr\0luminosity\0magma\0mark\0markname\0marktype\0"
	"max\0maxBandSize\0maxExtent\0maxFontSize\0maxOpacity\0maxSize\0maxStrokeWidth\0maxbins\0maxsteps\0mean\0median\0"
	"mercator\0merge\0mesh\0method\0middle\0millisecond\0milliseconds\0min\0min-max\0minBandSize\0minExtent\0minFontSize\0"
	"minOpacity\0minSize\0minStrokeWidth\0minstep\0minsteps\0minus\0minute\0minutes\0minutesseconds\0missing\0miter\0"
	"monotone\0month\0monthdate\0monthdatehours\0monthdatehoursminutes\0monthdatehoursminutesseconds\0months\0mousedown\0"
	"mousemove\0mouseout\0mouseover\0mouseup\0mousewheel\0move\0multiply\0n-resize\0name\0nan\0natural\0naturalEarth1\0"
	"ne-resize\0nearest\0nesw-resize\0nice\0no-drop\0nominal\0none\0normal\0normalize\0normalizedNumberFormat\0"
	"normalizedNumberFormatType\0not\0not-allowed\0ns-resize\0nth_value\0ntile\0number\0numberFormat\0numberFormatType\0"
	"numerals\0nw-resize\0nwse-resize\0observable10\0offset\0offsetBandPaddingInner\0offsetBandPaddingOuter\0on\0oneOf\0"
	"op\0opacity\0options\0or\0orangered\0orangered-3\0orangered-4\0orangered-5\0orangered-6\0orangered-7\0orangered-8\0"
	"orangered-9\0oranges\0order\0ordinal\0orient\0orthographic\0outerRadius\0outliers\0overlay\0pad\0padAngle\0padding\0"
	"paddingInner\0paddingOuter\0paired\0parallel\0parallels\0param\0params\0parity\0parse\0pastel1\0pastel2\0path\0"
	"percent\0percent_rank\0periods\0pinkyellowgreen\0pinkyellowgreen-10\0pinkyellowgreen-11\0pinkyellowgreen-3\0"
	"pinkyellowgreen-4\0pinkyellowgreen-5\0pinkyellowgreen-6\0pinkyellowgreen-7\0pinkyellowgreen-8\0pinkyellowgreen-9\0"
	"pivot\0placeholder\0plain\0plasma\0point\0pointPadding\0pointRadius\0pointer\0pointerdown\0pointermove\0pointerout\0"
	"pointerover\0pointerup\0poly\0position\0pow\0precision\0probs\0product\0progress\0projection\0properties\0property\0"
	"purpleblue\0purpleblue-3\0purpleblue-4\0purpleblue-5\0purpleblue-6\0purpleblue-7\0purpleblue-8\0purpleblue-9\0"
	"purplebluegreen\0purplebluegreen-3\0purplebluegreen-4\0purplebluegreen-5\0purplebluegreen-6\0purplebluegreen-7\0"
	"purplebluegreen-8\0purplebluegreen-9\0purplegreen\0purplegreen-10\0purplegreen-11\0purplegreen-3\0purplegreen-4\0"
	"purplegreen-5\0purplegreen-6\0purplegreen-7\0purplegreen-8\0purplegreen-9\0purpleorange\0purpleorange-10\0"
	"purpleorange-11\0purpleorange-3\0purpleorange-4\0purpleorange-5\0purpleorange-6\0purpleorange-7\0purpleorange-8\0"
	"purpleorange-9\0purplered\0purplered-3\0purplered-4\0purplered-5\0purplered-6\0purplered-7\0purplered-8\0purplered-9\0"
	"purples\0q1\0q3\0quad\0quantile\0quantileCount\0quantitative\0quantize\0quantizeCount\0quarter\0quartermonth\0r1\0r2\0"
	"radial\0radio\0radius\0radius2\0radius2Offset\0radiusOffset\0rainbow\0ramp\0range\0rangeMax\0rangeMin\0rank\0ratio\0"
	"react\0rect\0rectBandPaddingInner\0redblue\0redblue-10\0redblue-11\0redblue-3\0redblue-4\0redblue-5\0redblue-6\0"
	"redblue-7\0redblue-8\0redblue-9\0redgrey\0redgrey-10\0redgrey-11\0redgrey-3\0redgrey-4\0redgrey-5\0redgrey-6\0"
	"redgrey-7\0redgrey-8\0redgrey-9\0redpurple\0redpurple-3\0redpurple-4\0redpurple-5\0redpurple-6\0redpurple-7\0"
	"redpurple-8\0redpurple-9\0reds\0redyellowblue\0redyellowblue-10\0redyellowblue-11\0redyellowblue-3\0redyellowblue-4\0"
	"redyellowblue-5\0redyellowblue-6\0redyellowblue-7\0redyellowblue-8\0redyellowblue-9\0redyellowgreen\0"
	"redyellowgreen-10\0redyellowgreen-11\0redyellowgreen-3\0redyellowgreen-4\0redyellowgreen-5\0redyellowgreen-6\0"
	"redyellowgreen-7\0redyellowgreen-8\0redyellowgreen-9\0reflectX\0reflectY\0regression\0repeat\0rescale\0resize\0"
	"resolve\0reverse\0rgb\0right\0rotate\0round\0row\0row-resize\0rowPadding\0row_number\0rtl\0rule\0s-resize\0sample\0"
	"saturation\0scale\0scales\0scheme\0scope\0screen\0se-resize\0second\0seconds\0secondsmilliseconds\0select\0selection\0"
	"sequence\0sequential\0set1\0set2\0set3\0shape\0shared\0shortDays\0shortMonths\0show\0sinebow\0size\0smooth\0"
	"soft-light\0sort\0source\0spacing\0spec\0spectral\0spectral-10\0spectral-11\0spectral-3\0spectral-4\0spectral-5\0"
	"spectral-6\0spectral-7\0spectral-8\0spectral-9\0sphere\0sqrt\0square\0stack\0start\0startAngle\0stderr\0stdev\0"
	"stdevp\0step\0step-after\0step-before\0stepMajor\0stepMinor\0steps\0stereographic\0stop\0stops\0stream\0stroke\0"
	"strokeCap\0strokeColor\0strokeDash\0strokeDashOffset\0strokeJoin\0strokeMiterLimit\0strokeOffset\0strokeOpacity\0"
	"strokeWidth\0style\0subtitle\0subtitleColor\0subtitleFont\0subtitleFontSize\0subtitleFontStyle\0subtitleFontWeight\0"
	"subtitleLineHeight\0subtitlePadding\0sum\0sw-resize\0symbol\0symbolBaseFillColor\0symbolBaseStrokeColor\0symbolDash\0"
	"symbolDashOffset\0symbolDirection\0symbolFillColor\0symbolLimit\0symbolOffset\0symbolOpacity\0symbolSize\0"
	"symbolStrokeColor\0symbolStrokeWidth\0symbolType\0symlog\0tableau10\0tableau20\0tealblues\0teals\0temporal\0tension\0"
	"test\0text\0theta\0theta2\0theta2Offset\0thetaOffset\0thickness\0thousands\0threshold\0throttle\0tick\0tickBand\0"
	"tickBandPaddingInner\0tickCap\0tickColor\0tickCount\0tickDash\0tickDashOffset\0tickExtra\0tickMinStep\0tickOffset\0"
	"tickOpacity\0tickRound\0tickSize\0tickWidth\0ticks\0tilt\0time\0timeFormat\0timeFormatType\0timeUnit\0"
	"timeUnitBandPosition\0timeUnitBandSize\0timer\0title\0titleAlign\0titleAnchor\0titleAngle\0titleBaseline\0titleColor\0"
	"titleFont\0titleFontSize\0titleFontStyle\0titleFontWeight\0titleLimit\0titleLineHeight\0titleOpacity\0titleOrient\0"
	"titlePadding\0titleX\0titleY\0toggle\0tooltip\0tooltipFormat\0top\0top-left\0top-right\0topojson\0touchend\0"
	"touchmove\0touchstart\0trail\0transform\0translate\0transparent\0transverseMercator\0tsv\0turbo\0type\0unaggregated\0"
	"union\0unionWith\0unit\0unselectedOpacity\0url\0useUnaggregatedDomain\0usermeta\0utc\0utcdate\0utcday\0utcdayhours\0"
	"utcdayhoursminutes\0utcdayhoursminutesseconds\0utcdayofyear\0utchours\0utchoursminutes\0utchoursminutesseconds\0"
	"utcmilliseconds\0utcminutes\0utcminutesseconds\0utcmonth\0utcmonthdate\0utcmonthdatehours\0utcmonthdatehoursminutes\0"
	"utcmonthdatehoursminutesseconds\0utcquarter\0utcquartermonth\0utcseconds\0utcsecondsmilliseconds\0utcweek\0"
	"utcweekday\0utcweekdayhours\0utcweekdayhoursminutes\0utcweekdayhoursminutesseconds\0utcyear\0utcyeardayofyear\0"
	"utcyearmonth\0utcyearmonthdate\0utcyearmonthdatehours\0utcyearmonthdatehoursminutes\0"
	"utcyearmonthdatehoursminutesseconds\0utcyearquarter\0utcyearquartermonth\0utcyearweek\0utcyearweekday\0"
	"utcyearweekdayhours\0utcyearweekdayhoursminutes\0utcyearweekdayhoursminutesseconds\0valid\0value\0values\0variance\0"
	"variancep\0vconcat\0verbal\0vertical\0vertical-text\0view\0views\0viridis\0w-resize\0wait\0warmgreys\0week\0weekday\0"
	"weekdayhours\0weekdayhoursminutes\0weekdayhoursminutesseconds\0wheel\0width\0window\0x\0x1\0x2\0x2Offset\0xError\0"
	"xError2\0xOffset\0xReverse\0y\0y1\0y2\0y2Offset\0yError\0yError2\0yOffset\0year\0yeardayofyear\0yearmonth\0"
	"yearmonthdate\0yearmonthdatehours\0yearmonthdatehoursminutes\0yearmonthdatehoursminutesseconds\0yearquarter\0"
	"yearquartermonth\0yearweek\0yearweekday\0yearweekdayhours\0yearweekdayhoursminutes\0yearweekdayhoursminutesseconds\0"
	"yellowgreen\0yellowgreen-3\0yellowgreen-4\0yellowgreen-5\0yellowgreen-6\0yellowgreen-7\0yellowgreen-8\0yellowgreen-9\0"
	"yellowgreenblue\0yellowgreenblue-3\0yellowgreenblue-4\0yellowgreenblue-5\0yellowgreenblue-6\0yellowgreenblue-7\0"
	"yellowgreenblue-8\0yellowgreenblue-9\0yelloworangebrown\0yelloworangebrown-3\0yelloworangebrown-4\0"
	"yelloworangebrown-5\0yelloworangebrown-6\0yelloworangebrown-7\0yelloworangebrown-8\0yelloworangebrown-9\0"
	"yelloworangered\0yelloworangered-3\0yelloworangered-4\0yelloworangered-5\0yelloworangered-6\0yelloworangered-7\0"
	"yelloworangered-8\0yelloworangered-9\0zero\0zero-or-min\0zindex\0zoom\0zoom-in\0zoom-out\0";

const uint16_t zn_schema_names[] = {
	0, 8, 15, 21, 34, 43, 50, 56, 64, 79, 92, 98, 101, 104, 112, 130, 149, 160, 176, 187, 200, 206, 214, 221, 231, 238,
	248, 254, 260, 264, 275, 286, 293, 297, 303, 321, 325, 330, 337, 344, 349, 358, 378, 381, 391, 398, 403, 416, 425,
	433, 438, 447, 458, 471, 480, 490, 507, 517, 530, 538, 544, 554, 568, 579, 597, 611, 617, 627, 641, 652, 670, 684,
	703, 724, 735, 740, 757, 774, 787, 796, 829, 862, 872, 876, 896, 901, 910, 916, 929, 940, 945, 953, 959, 963, 975,
	986, 991, 998, 1012, 1035, 1054, 1077, 1105, 1140, 1182, 1203, 1229, 1247, 1268, 1294, 1327, 1367, 1378, 1398, 1414,
	1434, 1459, 1491, 1530, 1548, 1571, 1586, 1604, 1627, 1657, 1694, 1699, 1705, 1715, 1727, 1739, 1751, 1763, 1775,
	1787, 1799, 1810, 1824, 1838, 1851, 1864, 1877, 1890, 1903, 1916, 1929, 1940, 1953, 1966, 1979, 1992, 2005, 2018,
	2031, 2037, 2042, 2049, 2057, 2064, 2076, 2089, 2096, 2100, 2108, 2135, 2160, 2190, 2205, 2223, 2241, 2258, 2275,
	2292, 2309, 2326, 2343, 2360, 2367, 2374, 2379, 2389, 2398, 2414, 2428, 2437, 2448, 2459, 2471, 2483, 2495, 2500,
	2507, 2516, 2519, 2523, 2527, 2534, 2542, 2548, 2554, 2560, 2565, 2575, 2586, 2597, 2609, 2620, 2626, 2637, 2649,
	2656, 2670, 2678, 2685, 2695, 2702, 2717, 2732, 2749, 2758, 2766, 2776, 2785, 2793, 2806, 2825, 2842, 2860, 2876,
	2888, 2893, 2906, 2929, 2953, 2969, 2989, 3010, 3016, 3027, 3034, 3044, 3048, 3058, 3073, 3083, 3094, 3103, 3110,
	3128, 3134, 3143, 3154, 3165, 3176, 3187, 3198, 3209, 3220, 3227, 3236, 3247, 3258, 3269, 3280, 3291, 3302, 3313,
	3323, 3335, 3347, 3359, 3371, 3383, 3395, 3407, 3417, 3429, 3441, 3453, 3465, 3477, 3489, 3501, 3509, 3519, 3529,
	3539, 3549, 3559, 3569, 3579, 3584, 3593, 3598, 3607, 3613, 3617, 3626, 3642, 3665, 3675, 3680, 3689, 3698, 3706,
	3714, 3724, 3735, 3743, 3754, 3766, 3773, 3784, 3788, 3798, 3806, 3823, 3838, 3852, 3861, 3870, 3880, 3887, 3894,
	3904, 3916, 3927, 3944, 3954, 3964, 3974, 3988, 3998, 4010, 4020, 4030, 4039, 4043, 4046, 4049, 4058, 4063, 4071,
	4080, 4086, 4095, 4105, 4109, 4118, 4124, 4135, 4151, 4161, 4170, 4176, 4186, 4196, 4200, 4209, 4221, 4234, 4239,
	4246, 4258, 4270, 4276, 4284, 4293, 4299, 4310, 4317, 4322, 4332, 4344, 4351, 4358, 4370, 4374, 4380, 4386, 4394,
	4400, 4405, 4410, 4419, 4429, 4440, 4444, 4451, 4462, 4471, 4477, 4493, 4498, 4503, 4514, 4520, 4528, 4539, 4548,
	4557, 4564, 4573, 4583, 4595, 4607, 4619, 4631, 4643, 4655, 4667, 4678, 4691, 4704, 4717, 4730, 4743, 4756, 4769,
	4777, 4787, 4797, 4807, 4817, 4827, 4837, 4847, 4852, 4861, 4870, 4888, 4916, 4944, 4963, 4983, 4998, 5014, 5034,
	5054, 5072, 5098, 5124, 5134, 5141, 5151, 5163, 5175, 5187, 5199, 5211, 5223, 5235, 5242, 5248, 5253, 5263, 5271,
	5281, 5290, 5305, 5317, 5327, 5333, 5348, 5360, 5368, 5377, 5380, 5384, 5396, 5408, 5419, 5423, 5432, 5440, 5447,
	5460, 5472, 5482, 5490, 5497, 5502, 5513, 5518, 5524, 5537, 5557, 5562, 5566, 5575, 5579, 5582, 5591, 5603, 5609,
	5616, 5628, 5636, 5648, 5654, 5666, 5676, 5685, 5693, 5697, 5711, 5716, 5720, 5728, 5737, 5743, 5751, 5755, 5766,
	5778, 5789, 5803, 5814, 5825, 5835, 5846, 5863, 5873, 5887, 5902, 5918, 5929, 5945, 5957, 5970, 5982, 5995, 6008,
	6024, 6031, 6035, 6046, 6055, 6065, 6071, 6078, 6083, 6088, 6095, 6103, 6111, 6119, 6127, 6140, 6155, 6170, 6185,
	6200, 6215, 6230, 6245, 6259, 6275, 6291, 6307, 6323, 6339, 6355, 6371, 6382, 6395, 6408, 6421, 6434, 6447, 6460,
	6473, 6485, 6499, 6513, 6527, 6541, 6555, 6569, 6583, 6597, 6613, 6629, 6645, 6661, 6677, 6693, 6709, 6715, 6720,
	6732, 6741, 6751, 6762, 6769, 6783, 6789, 6796, 6802, 6806, 6816, 6827, 6834, 6837, 6841, 6845, 6856, 6862, 6867,
	6876, 6885, 6889, 6901, 6911, 6923, 6934, 6942, 6957, 6965, 6974, 6979, 6986, 6995, 7001, 7006, 7013, 7020, 7032,
	7045, 7049, 7057, 7069, 7079, 7091, 7102, 7110, 7125, 7133, 7142, 7148, 7155, 7163, 7178, 7186, 7192, 7201, 7207,
	7217, 7232, 7254, 7283, 7290, 7300, 7310, 7319, 7329, 7337, 7348, 7353, 7362, 7371, 7376, 7380, 7388, 7402, 7412,
	7420, 7432, 7437, 7445, 7453, 7458, 7465, 7475, 7498, 7525, 7529, 7541, 7551, 7561, 7567, 7574, 7587, 7604, 7613,
	7623, 7635, 7648, 7655, 7678, 7701, 7704, 7710, 7713, 7721, 7729, 7732, 7742, 7754, 7766, 7778, 7790, 7802, 7814,
	7826, 7834, 7840, 7848, 7855, 7868, 7880, 7889, 7897, 7901, 7910, 7918, 7931, 7944, 7951, 7960, 7970, 7976, 7983,
	7990, 7996, 8004, 8012, 8017, 8025, 8038, 8046, 8062, 8081, 8100, 8118, 8136, 8154, 8172, 8190, 8208, 8226, 8232,
	8244, 8250, 8257, 8263, 8276, 8288, 8296, 8308, 8320, 8331, 8343, 8353, 8358, 8367, 8371, 8381, 8387, 8395, 8404,
	8415, 8426, 8435, 8446, 8459, 8472, 8485, 8498, 8511, 8524, 8537, 8553, 8571, 8589, 8607, 8625, 8643, 8661, 8679,
	8691, 8706, 8721, 8735, 8749, 8763, 8777, 8791, 8805, 8819, 8832, 8848, 8864, 8879, 8894, 8909, 8924, 8939, 8954,
	8969, 8979, 8991, 9003, 9015, 9027, 9039, 9051, 9063, 9071, 9074, 9077, 9082, 9091, 9105, 9118, 9127, 9141, 9149,
	9162, 9165, 9168, 9175, 9181, 9188, 9196, 9210, 9223, 9231, 9236, 9242, 9251, 9260, 9265, 9271, 9277, 9282, 9303,
	9311, 9322, 9333, 9343, 9353, 9363, 9373, 9383, 9393, 9403, 9411, 9422, 9433, 9443, 9453, 9463, 9473, 9483, 9493,
	9503, 9513, 9525, 9537, 9549, 9561, 9573, 9585, 9597, 9602, 9616, 9633, 9650, 9666, 9682, 9698, 9714, 9730, 9746,
	9762, 9777, 9795, 9813, 9830, 9847, 9864, 9881, 9898, 9915, 9932, 9941, 9950, 9961, 9968, 9976, 9983, 9991, 9999,
	10003, 10009, 10016, 10022, 10026, 10037, 10048, 10059, 10063, 10068, 10077, 10084, 10095, 10101, 10108, 10115, 10121,
	10128, 10138, 10145, 10153, 10173, 10180, 10190, 10199, 10210, 10215, 10220, 10225, 10231, 10238, 10248, 10260, 10265,
	10273, 10278, 10285, 10296, 10301, 10308, 10316, 10321, 10330, 10342, 10354, 10365, 10376, 10387, 10398, 10409, 10420,
	10431, 10438, 10443, 10450, 10456, 10462, 10473, 10480, 10486, 10493, 10498, 10509, 10521, 10531, 10541, 10547, 10561,
	10566, 10572, 10579, 10586, 10596, 10608, 10619, 10636, 10647, 10664, 10677, 10691, 10703, 10709, 10718, 10732, 10745,
	10762, 10780, 10799, 10818, 10834, 10838, 10848, 10855, 10875, 10897, 10908, 10925, 10941, 10957, 10969, 10982, 10996,
	11007, 11025, 11043, 11054, 11061, 11071, 11081, 11091, 11097, 11106, 11114, 11119, 11124, 11130, 11137, 11150, 11162,
	11172, 11182, 11192, 11201, 11206, 11215, 11236, 11244, 11254, 11264, 11273, 11288, 11298, 11310, 11321, 11333, 11343,
	11352, 11362, 11368, 11373, 11378, 11389, 11404, 11413, 11434, 11451, 11457, 11463, 11474, 11486, 11497, 11511, 11522,
	11532, 11546, 11561, 11577, 11588, 11604, 11617, 11629, 11642, 11649, 11656, 11663, 11671, 11685, 11689, 11698, 11708,
	11717, 11726, 11736, 11747, 11753, 11763, 11773, 11785, 11804, 11808, 11814, 11819, 11832, 11838, 11848, 11853, 11871,
	11875, 11897, 11906, 11910, 11918, 11925, 11937, 11956, 11982, 11995, 12004, 12020, 12043, 12059, 12070, 12088, 12097,
	12110, 12128, 12153, 12185, 12196, 12212, 12223, 12246, 12254, 12265, 12281, 12304, 12334, 12342, 12359, 12372, 12389,
	12411, 12440, 12476, 12491, 12511, 12523, 12538, 12558, 12585, 12619, 12625, 12631, 12638, 12647, 12657, 12665, 12672,
	12681, 12695, 12700, 12706, 12714, 12723, 12728, 12738, 12743, 12751, 12764, 12784, 12811, 12817, 12823, 12830, 12832,
	12835, 12838, 12847, 12854, 12862, 12870, 12879, 12881, 12884, 12887, 12896, 12903, 12911, 12919, 12924, 12938, 12948,
	12962, 12981, 13007, 13040, 13052, 13069, 13078, 13090, 13107, 13131, 13162, 13174, 13188, 13202, 13216, 13230, 13244,
	13258, 13272, 13288, 13306, 13324, 13342, 13360, 13378, 13396, 13414, 13432, 13452, 13472, 13492, 13512, 13532, 13552,
	13572, 13588, 13606, 13624, 13642, 13660, 13678, 13696, 13714, 13719, 13731, 13738, 13743, 13751,
};

const ZnSchemaType zn_schema_types[] = {
	{0, 0, 0, 0, 0, 0, 8}, {63, 0, 0, 0, 0, 0, 0}, {0, 8, 3, 0, 0, 11, 1}, {0, 12, 5, 0, 0, 17, 1},
	{8, 0, 0, 0, 0, 18, 1}, {0, 19, 2, 0, 0, 0, 0}, {2, 0, 0, 0, 0, 21, 1}, {0, 0, 0, 0, 0, 22, 1},
	{1, 0, 0, 0, 0, 23, 6}, {0, 0, 0, 0, 0, 29, 1}, {8, 0, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 30, 1},
	{4, 31, 1, 0, 0, 32, 1}, {0, 33, 17, 0, 0, 50, 4}, {4, 0, 0, 0, 0, 54, 2}, {0, 0, 0, 56, 1, 0, 0},
	{0, 0, 0, 0, 0, 57, 1}, {0, 0, 0, 0, 0, 58, 1}, {4, 0, 0, 0, 0, 59, 1}, {8, 0, 0, 18, 1, 60, 1},
	{0, 0, 0, 61, 1, 0, 0}, {0, 0, 0, 0, 0, 62, 1}, {4, 0, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 63, 2}, {0, 0, 0, 0, 0, 65, 8},
	{0, 0, 0, 0, 0, 73, 1}, {0, 0, 0, 74, 1, 0, 0}, {0, 0, 0, 18, 1, 75, 1}, {0, 0, 0, 0, 0, 76, 1},
	{0, 0, 0, 0, 0, 77, 2}, {0, 0, 0, 79, 1, 0, 0}, {2, 0, 0, 0, 0, 0, 0}, {0, 8, 3, 0, 0, 0, 0}, {0, 80, 2, 0, 0, 0, 0},
	{0, 12, 5, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 82, 1}, {0, 0, 0, 0, 0, 83, 1}, {0, 0, 0, 0, 0, 84, 1},
	{0, 0, 0, 0, 0, 85, 1}, {0, 0, 0, 0, 0, 86, 1}, {0, 0, 0, 0, 0, 87, 1}, {0, 0, 0, 0, 0, 88, 1},
	{0, 0, 0, 0, 0, 89, 1}, {0, 0, 0, 0, 0, 90, 1}, {0, 91, 3, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 94, 1},
	{0, 0, 0, 0, 0, 95, 1}, {0, 0, 0, 0, 0, 96, 1}, {0, 0, 0, 0, 0, 97, 1}, {0, 0, 0, 0, 0, 98, 1},
	{0, 0, 0, 0, 0, 99, 1}, {0, 0, 0, 0, 0, 100, 1}, {0, 0, 0, 0, 0, 101, 1}, {0, 0, 0, 0, 0, 102, 1},
	{0, 0, 0, 0, 0, 103, 1}, {0, 0, 0, 0, 0, 104, 1}, {0, 0, 0, 0, 0, 105, 1}, {0, 0, 0, 0, 0, 106, 4},
	{0, 0, 0, 0, 0, 110, 1}, {34, 0, 0, 0, 0, 0, 0}, {2, 0, 0, 0, 0, 111, 1}, {0, 0, 0, 0, 0, 112, 3},
	{0, 0, 0, 0, 0, 115, 3}, {0, 0, 0, 0, 0, 118, 1}, {0, 0, 0, 0, 0, 119, 2}, {0, 0, 0, 121, 1, 122, 1},
	{0, 0, 0, 0, 0, 123, 1}, {0, 0, 0, 0, 0, 122, 1}, {0, 0, 0, 0, 0, 124, 2}, {0, 0, 0, 0, 0, 126, 3},
	{0, 0, 0, 129, 1, 130, 3}, {0, 0, 0, 0, 0, 133, 3}, {0, 0, 0, 0, 0, 136, 3}, {0, 0, 0, 0, 0, 139, 3},
	{0, 0, 0, 0, 0, 142, 3}, {0, 0, 0, 0, 0, 145, 1}, {1, 0, 0, 146, 1, 119, 2}, {0, 0, 0, 0, 0, 147, 3},
	{0, 0, 0, 0, 0, 150, 2}, {0, 0, 0, 0, 0, 152, 3}, {0, 155, 2, 0, 0, 0, 0}, {2, 0, 0, 0, 0, 157, 6},
	{8, 0, 0, 0, 0, 163, 3}, {4, 166, 1, 0, 0, 0, 0}, {1, 167, 5, 0, 0, 0, 0}, {0, 172, 2, 0, 0, 0, 0},
	{0, 174, 1, 0, 0, 0, 0}, {0, 175, 4, 0, 0, 0, 0}, {0, 179, 1, 0, 0, 0, 0}, {0, 180, 15, 0, 0, 0, 0},
	{0, 195, 1, 0, 0, 0, 0}, {0, 196, 3, 0, 0, 18, 1}, {4, 0, 0, 0, 0, 18, 1}, {2, 0, 0, 0, 0, 18, 1},
	{0, 199, 6, 0, 0, 18, 1}, {1, 205, 15, 0, 0, 18, 1}, {0, 220, 36, 0, 0, 18, 1}, {0, 256, 2, 0, 0, 18, 1},
	{4, 0, 0, 0, 0, 258, 1}, {9, 0, 0, 0, 0, 163, 3}, {4, 259, 4, 0, 0, 18, 1}, {4, 0, 0, 0, 0, 263, 2},
	{0, 180, 15, 0, 0, 18, 1}, {2, 0, 0, 0, 0, 265, 1}, {3, 0, 0, 0, 0, 0, 0}, {2, 266, 1, 0, 0, 265, 1},
	{0, 267, 3, 0, 0, 18, 1}, {0, 0, 0, 270, 1, 18, 1}, {0, 271, 3, 0, 0, 18, 1}, {8, 0, 0, 18, 1, 0, 0},
	{8, 0, 0, 18, 1, 18, 1}, {15, 0, 0, 0, 0, 274, 2}, {0, 276, 14, 0, 0, 0, 0}, {4, 290, 1, 0, 0, 18, 1},
	{4, 291, 1, 0, 0, 18, 1}, {0, 0, 0, 0, 0, 292, 2}, {0, 0, 0, 294, 1, 18, 1}, {0, 0, 0, 295, 2, 297, 3},
	{0, 300, 16, 0, 0, 18, 1}, {0, 0, 0, 0, 0, 316, 1}, {0, 0, 0, 0, 0, 317, 1}, {0, 0, 0, 0, 0, 318, 1},
	{0, 196, 3, 0, 0, 0, 0}, {1, 319, 3, 0, 0, 0, 0}, {0, 199, 6, 0, 0, 0, 0}, {9, 0, 0, 0, 0, 18, 1},
	{0, 322, 5, 0, 0, 18, 1}, {0, 0, 0, 0, 0, 327, 19}, {0, 220, 36, 0, 0, 0, 0}, {0, 346, 21, 0, 0, 367, 4},
	{3, 0, 0, 0, 0, 371, 1}, {8, 0, 0, 0, 0, 372, 1}, {1, 0, 0, 0, 0, 373, 1}, {1, 374, 2, 376, 4, 380, 1},
	{0, 381, 108, 0, 0, 489, 1}, {9, 0, 0, 18, 1, 0, 0}, {0, 490, 4, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 494, 1},
	{0, 0, 0, 495, 1, 0, 0}, {0, 0, 0, 79, 1, 0, 0}, {0, 0, 0, 0, 0, 496, 1}, {0, 0, 0, 0, 0, 497, 1},
	{0, 0, 0, 0, 0, 498, 1}, {0, 0, 0, 0, 0, 499, 1}, {0, 0, 0, 0, 0, 500, 1}, {0, 0, 0, 0, 0, 501, 1},
	{0, 0, 0, 0, 0, 74, 1}, {0, 0, 0, 0, 0, 502, 1}, {0, 0, 0, 0, 0, 503, 1}, {0, 0, 0, 0, 0, 504, 1},
	{0, 0, 0, 0, 0, 505, 1}, {0, 0, 0, 0, 0, 506, 1}, {0, 0, 0, 0, 0, 507, 1}, {0, 0, 0, 0, 0, 508, 1},
	{0, 0, 0, 0, 0, 509, 2}, {0, 0, 0, 18, 1, 0, 0}, {0, 0, 0, 0, 0, 511, 1}, {40, 0, 0, 0, 0, 0, 0},
	{9, 0, 0, 0, 0, 512, 3}, {0, 0, 0, 270, 1, 515, 3}, {4, 0, 0, 0, 0, 518, 3}, {0, 196, 3, 0, 0, 521, 3},
	{0, 199, 6, 0, 0, 524, 3}, {6, 0, 0, 0, 0, 18, 1}, {6, 0, 0, 0, 0, 0, 0}, {8, 0, 0, 0, 0, 527, 3},
	{8, 0, 0, 0, 0, 530, 3}, {4, 259, 4, 0, 0, 533, 3}, {2, 536, 2, 0, 0, 18, 1}, {0, 538, 4, 0, 0, 18, 1},
	{0, 542, 2, 0, 0, 18, 1}, {4, 544, 8, 0, 0, 552, 2}, {1, 319, 3, 0, 0, 18, 1}, {0, 0, 0, 376, 4, 18, 1},
	{0, 554, 4, 0, 0, 0, 0}, {1, 0, 0, 0, 0, 0, 0}, {0, 172, 2, 0, 0, 18, 1}, {0, 8, 3, 0, 0, 18, 1},
	{0, 0, 0, 0, 0, 18, 1}, {0, 558, 9, 0, 0, 0, 0}, {0, 554, 4, 0, 0, 18, 1}, {0, 0, 0, 0, 0, 567, 1},
	{0, 0, 0, 0, 0, 568, 1}, {0, 569, 8, 577, 2, 579, 1}, {0, 0, 0, 18, 1, 0, 0}, {16, 569, 8, 0, 0, 579, 1},
	{0, 0, 0, 0, 0, 580, 1}, {0, 0, 0, 0, 0, 581, 1}, {0, 0, 0, 0, 0, 582, 1}, {0, 0, 0, 0, 0, 583, 7},
	{4, 0, 0, 0, 0, 590, 1}, {1, 0, 0, 0, 0, 591, 1}, {0, 592, 2, 0, 0, 0, 0}, {0, 594, 1, 0, 0, 0, 0},
	{0, 595, 1, 0, 0, 0, 0}, {0, 596, 1, 0, 0, 0, 0}, {0, 0, 0, 294, 1, 0, 0}, {0, 0, 0, 270, 1, 0, 0},
	{0, 0, 0, 597, 1, 598, 2}, {1, 0, 0, 0, 0, 600, 1}, {1, 0, 0, 0, 0, 601, 1}, {1, 602, 26, 376, 4, 628, 2},
	{15, 0, 0, 0, 0, 630, 3}, {0, 633, 5, 0, 0, 0, 0}, {0, 0, 0, 597, 1, 638, 6}, {0, 0, 0, 644, 1, 645, 2},
	{0, 0, 0, 644, 1, 647, 6}, {3, 653, 1, 0, 0, 371, 1}, {0, 0, 0, 654, 1, 655, 2}, {0, 0, 0, 657, 1, 658, 6},
	{0, 664, 1, 0, 0, 0, 0}, {4, 665, 2, 0, 0, 18, 1}, {0, 0, 0, 0, 0, 667, 1}, {0, 374, 2, 0, 0, 0, 0},
	{0, 0, 0, 668, 1, 669, 2}, {5, 0, 0, 0, 0, 18, 1}, {3, 671, 3, 0, 0, 0, 0}, {0, 0, 0, 657, 1, 674, 2},
	{0, 676, 3, 0, 0, 0, 0}, {0, 0, 0, 657, 1, 679, 6}, {0, 0, 0, 685, 1, 686, 2}, {0, 0, 0, 685, 1, 688, 6},
	{0, 0, 0, 694, 1, 695, 2}, {0, 0, 0, 694, 1, 697, 4}, {0, 0, 0, 0, 0, 701, 1}, {1, 0, 0, 0, 0, 702, 1},
	{1, 0, 0, 0, 0, 703, 1}, {0, 704, 1, 0, 0, 0, 0}, {0, 0, 0, 705, 1, 0, 0}, {0, 706, 1, 0, 0, 0, 0},
	{0, 707, 2, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 709, 5}, {0, 714, 2, 0, 0, 716, 7}, {0, 723, 2, 0, 0, 725, 2},
	{15, 0, 0, 727, 1, 728, 2}, {0, 0, 0, 0, 0, 56, 1}, {0, 0, 0, 730, 1, 731, 2}, {0, 0, 0, 0, 0, 733, 7},
	{12, 0, 0, 0, 0, 0, 0}, {33, 0, 0, 0, 0, 0, 0}, {0, 740, 1, 0, 0, 0, 0}, {0, 0, 0, 741, 1, 0, 0},
	{0, 742, 1, 0, 0, 0, 0}, {0, 743, 2, 0, 0, 0, 0}, {0, 0, 0, 745, 1, 0, 0}, {0, 0, 0, 18, 1, 0, 0},
	{8, 0, 0, 18, 1, 0, 0}, {2, 0, 0, 0, 0, 371, 1}, {8, 0, 0, 0, 0, 746, 12}, {0, 0, 0, 758, 1, 0, 0},
	{0, 0, 0, 759, 1, 760, 1}, {0, 761, 5, 0, 0, 0, 0}, {0, 0, 0, 766, 1, 0, 0}, {0, 0, 0, 0, 0, 767, 2},
	{0, 769, 6, 0, 0, 0, 0}, {0, 775, 80, 0, 0, 855, 1}, {0, 671, 3, 0, 0, 0, 0}, {0, 0, 0, 856, 1, 0, 0},
	{0, 0, 0, 857, 1, 0, 0}, {0, 858, 25, 0, 0, 0, 0}, {0, 0, 0, 270, 1, 883, 2}, {0, 885, 4, 0, 0, 0, 0},
	{0, 0, 0, 0, 0, 889, 1}, {0, 346, 21, 0, 0, 0, 0}, {1, 374, 2, 0, 0, 0, 0}, {0, 775, 80, 0, 0, 0, 0},
	{0, 0, 0, 0, 0, 890, 1}, {0, 0, 0, 597, 1, 891, 6}, {0, 0, 0, 644, 1, 897, 6}, {0, 0, 0, 903, 2, 905, 8},
	{0, 0, 0, 657, 1, 913, 6}, {0, 919, 5, 0, 0, 0, 0}, {0, 0, 0, 685, 1, 924, 6}, {0, 0, 0, 694, 1, 930, 4},
	{0, 0, 0, 934, 1, 935, 2}, {9, 0, 0, 0, 0, 0, 0}, {0, 0, 0, 937, 1, 938, 2}, {1, 0, 0, 270, 1, 0, 0},
	{0, 0, 0, 940, 1, 941, 2}, {5, 0, 0, 0, 0, 0, 0}, {0, 0, 0, 943, 1, 944, 2}, {1, 196, 3, 0, 0, 0, 0},
	{0, 0, 0, 946, 1, 947, 2}, {1, 199, 6, 0, 0, 0, 0}, {0, 0, 0, 949, 1, 950, 2}, {0, 0, 0, 952, 1, 953, 2},
	{0, 0, 0, 955, 1, 956, 2}, {5, 259, 4, 0, 0, 0, 0}, {0, 544, 8, 0, 0, 0, 0}, {15, 0, 0, 270, 1, 0, 0},
	{0, 958, 1, 0, 0, 959, 1}, {0, 958, 1, 0, 0, 960, 1}, {0, 958, 1, 0, 0, 961, 1}, {0, 958, 1, 0, 0, 495, 1},
	{0, 958, 1, 0, 0, 962, 1}, {0, 958, 1, 0, 0, 963, 1}, {0, 958, 1, 0, 0, 964, 1}, {0, 958, 1, 0, 0, 965, 1},
	{0, 958, 1, 0, 0, 966, 1}, {0, 958, 1, 0, 0, 967, 1}, {0, 958, 1, 0, 0, 968, 1}, {0, 958, 1, 0, 0, 969, 1},
	{0, 958, 1, 0, 0, 970, 1}, {0, 958, 1, 0, 0, 971, 1}, {0, 958, 1, 0, 0, 972, 1}, {0, 958, 1, 0, 0, 973, 1},
	{0, 958, 1, 0, 0, 758, 1}, {0, 958, 1, 0, 0, 974, 1}, {10, 0, 0, 0, 0, 975, 5}, {0, 0, 0, 980, 1, 0, 0},
	{0, 0, 0, 0, 0, 981, 1}, {8, 0, 0, 0, 0, 975, 5}, {0, 982, 3, 0, 0, 0, 0}, {10, 0, 0, 0, 0, 0, 0},
	{0, 0, 0, 0, 0, 598, 2}, {0, 985, 2, 0, 0, 0, 0}, {0, 0, 0, 270, 1, 987, 1}, {0, 988, 1, 989, 1, 990, 4},
	{4, 0, 0, 0, 0, 994, 2}, {0, 996, 8, 0, 0, 1004, 2}, {6, 544, 8, 0, 0, 552, 2}, {0, 569, 8, 1006, 1, 1007, 1},
	{12, 0, 0, 0, 0, 18, 1}, {0, 1008, 333, 0, 0, 1341, 2}, {0, 1343, 16, 0, 0, 0, 0}, {0, 1359, 12, 0, 0, 0, 0},
	{0, 0, 0, 0, 0, 645, 2}, {0, 0, 0, 0, 0, 655, 2}, {0, 0, 0, 0, 0, 674, 2}, {0, 0, 0, 0, 0, 669, 2},
	{0, 0, 0, 0, 0, 686, 2}, {0, 0, 0, 0, 0, 695, 2}, {0, 0, 0, 0, 0, 1371, 11}, {0, 0, 0, 0, 0, 1382, 1},
	{0, 1383, 1, 0, 0, 0, 0}, {0, 1384, 2, 0, 0, 0, 0}, {0, 0, 0, 759, 1, 0, 0}, {0, 1386, 1, 0, 0, 0, 0},
	{8, 0, 0, 0, 0, 1387, 1}, {0, 1388, 1, 0, 0, 0, 0}, {0, 1389, 1, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 1390, 1},
	{0, 0, 0, 1391, 4, 0, 0}, {0, 30, 1, 0, 0, 0, 0}, {0, 0, 0, 294, 1, 0, 0}, {0, 1395, 1, 0, 0, 0, 0},
	{0, 1396, 1, 0, 0, 0, 0}, {0, 0, 0, 1397, 1, 0, 0}, {0, 1398, 1, 0, 0, 0, 0}, {0, 32, 1, 0, 0, 0, 0},
	{0, 0, 0, 1399, 1, 0, 0}, {0, 29, 1, 0, 0, 0, 0}, {0, 0, 0, 1400, 1, 0, 0}, {0, 1401, 1, 0, 0, 0, 0},
	{0, 0, 0, 0, 0, 1402, 1}, {0, 0, 0, 0, 0, 1403, 1}, {0, 0, 0, 1404, 1, 0, 0}, {14, 0, 0, 0, 0, 994, 2},
	{0, 0, 0, 1405, 1, 18, 1}, {0, 0, 0, 1406, 4, 0, 0}, {12, 0, 0, 0, 0, 994, 2}, {0, 0, 0, 0, 0, 1410, 1},
	{0, 0, 0, 0, 0, 23, 6}, {0, 0, 0, 0, 0, 1411, 1}, {0, 0, 0, 0, 0, 1412, 1}, {0, 1413, 31, 0, 0, 0, 0},
	{0, 0, 0, 0, 0, 935, 2}, {0, 0, 0, 0, 0, 938, 2}, {0, 0, 0, 0, 0, 941, 2}, {0, 0, 0, 0, 0, 944, 2},
	{0, 0, 0, 0, 0, 947, 2}, {0, 0, 0, 0, 0, 950, 2}, {0, 0, 0, 0, 0, 953, 2}, {0, 0, 0, 0, 0, 956, 2},
	{8, 0, 0, 0, 0, 1444, 2}, {9, 0, 0, 0, 0, 1444, 2}, {4, 290, 1, 0, 0, 0, 0}, {4, 291, 1, 0, 0, 0, 0},
	{0, 0, 0, 1446, 1, 0, 0}, {8, 0, 0, 18, 1, 0, 0}, {0, 1447, 12, 0, 0, 0, 0}, {0, 1459, 2, 0, 0, 0, 0},
	{0, 1461, 24, 0, 0, 0, 0}, {0, 1485, 1, 0, 0, 0, 0}, {0, 31, 1, 0, 0, 0, 0}, {0, 1486, 1, 0, 0, 0, 0},
	{0, 0, 0, 0, 0, 975, 5}, {15, 0, 0, 0, 0, 994, 2}, {0, 0, 0, 1487, 1, 0, 0}, {0, 1488, 3, 0, 0, 0, 0},
	{12, 0, 0, 270, 1, 18, 1}, {0, 1008, 333, 0, 0, 0, 0}, {0, 0, 0, 1491, 1, 0, 0}, {15, 0, 0, 0, 0, 889, 1},
	{0, 1492, 23, 0, 0, 1515, 2}, {5, 0, 0, 0, 0, 994, 2}, {0, 1517, 36, 0, 0, 0, 0}, {14, 0, 0, 0, 0, 889, 1},
};

const ZnSchemaObject zn_schema_objects[] = {
	{0, 24, 0, 1553, 2}, {24, 21, 0, 1555, 3}, {45, 20, 0, 1558, 1}, {65, 21, 0, 1559, 2}, {86, 21, 0, 1559, 2},
	{107, 20, 0, 129, 1}, {127, 18, 0, 1561, 1}, {145, 18, 0, 1562, 1}, {163, 2, 0, 0, 0}, {165, 3, 0, 0, 0},
	{168, 1, 0, 1563, 1}, {169, 2, 0, 0, 0}, {171, 72, 0, 0, 0}, {243, 3, 0, 1564, 1}, {246, 3, 0, 1565, 1},
	{249, 2, 0, 1566, 1}, {251, 2, 0, 1567, 1}, {253, 2, 0, 1568, 1}, {255, 2, 0, 1569, 1}, {0, 0, 2, 0, 0},
	{257, 41, 0, 0, 0}, {298, 2, 0, 1570, 1}, {300, 13, 0, 1571, 1}, {313, 10, 0, 1571, 1}, {323, 10, 0, 1571, 1},
	{333, 88, 0, 1571, 1}, {421, 4, 0, 0, 0}, {425, 24, 0, 0, 0}, {449, 3, 0, 0, 0}, {452, 2, 0, 0, 0},
	{454, 28, 0, 1572, 1}, {482, 14, 0, 0, 0}, {496, 9, 0, 0, 0}, {505, 2, 0, 0, 0}, {507, 17, 0, 1573, 1},
	{524, 12, 0, 1558, 1}, {536, 13, 0, 1559, 2}, {549, 13, 0, 1559, 2}, {562, 13, 0, 1574, 2}, {575, 12, 0, 129, 1},
	{587, 10, 0, 1561, 1}, {597, 10, 0, 1562, 1}, {607, 38, 0, 0, 0}, {645, 2, 0, 0, 0}, {647, 3, 0, 1558, 1},
	{650, 12, 0, 1573, 1}, {662, 74, 0, 0, 0}, {736, 72, 0, 0, 0}, {808, 79, 0, 0, 0}, {887, 75, 0, 0, 0},
	{962, 7, 0, 0, 0}, {969, 70, 0, 0, 0}, {1039, 2, 0, 0, 0}, {1041, 5, 0, 0, 0}, {1046, 5, 0, 0, 0},
	{1051, 32, 0, 0, 0}, {1083, 75, 0, 0, 0}, {1158, 71, 0, 0, 0}, {1229, 2, 0, 0, 0}, {1231, 6, 186, 0, 0},
	{1237, 31, 0, 0, 0}, {1268, 2, 0, 0, 0}, {1270, 19, 190, 0, 0}, {1289, 76, 0, 0, 0}, {1365, 25, 0, 0, 0},
	{1390, 6, 0, 0, 0}, {1396, 19, 0, 0, 0}, {1415, 2, 0, 0, 0}, {1417, 3, 0, 1390, 1}, {1420, 3, 0, 0, 0},
	{1423, 4, 0, 0, 0}, {1427, 4, 0, 1576, 2}, {1431, 7, 0, 0, 0}, {1438, 12, 0, 0, 0}, {1450, 5, 0, 0, 0},
	{1455, 2, 0, 0, 0}, {1457, 12, 0, 0, 0}, {1469, 5, 0, 0, 0}, {1474, 2, 0, 0, 0}, {1476, 12, 0, 0, 0},
	{1488, 11, 0, 0, 0}, {1499, 2, 0, 0, 0}, {1501, 8, 0, 0, 0}, {1509, 14, 0, 0, 0}, {1523, 8, 0, 0, 0},
	{1531, 4, 0, 0, 0}, {1535, 7, 0, 0, 0}, {1542, 1, 0, 1578, 1}, {1543, 9, 0, 0, 0}, {1552, 2, 0, 1578, 1},
	{1554, 1, 0, 0, 0}, {1555, 11, 0, 0, 0}, {1566, 6, 0, 0, 0}, {1572, 12, 0, 0, 0}, {1584, 5, 0, 0, 0},
	{1589, 2, 0, 0, 0}, {1591, 12, 0, 0, 0}, {1603, 5, 0, 0, 0}, {1608, 2, 0, 0, 0}, {1610, 11, 0, 0, 0},
	{1621, 7, 0, 0, 0}, {1628, 2, 0, 0, 0}, {1630, 11, 0, 0, 0}, {1641, 13, 0, 0, 0}, {1654, 8, 0, 0, 0},
	{1662, 1, 0, 1578, 1}, {1663, 10, 0, 0, 0}, {1673, 5, 0, 0, 0}, {1678, 7, 0, 1579, 2}, {1685, 9, 0, 1579, 2},
	{1694, 1, 0, 1581, 1}, {1695, 80, 0, 0, 0}, {1775, 1, 0, 1582, 1}, {1776, 5, 0, 1566, 1}, {1781, 5, 0, 1583, 2},
	{1786, 5, 0, 1585, 3}, {1791, 3, 0, 1588, 2}, {1794, 2, 0, 0, 0}, {1796, 12, 0, 0, 0}, {1808, 18, 0, 0, 0},
	{1826, 2, 0, 1590, 1}, {1828, 3, 0, 1591, 3}, {1831, 2, 0, 1594, 2}, {1833, 11, 0, 1403, 1}, {1844, 2, 0, 1596, 2},
	{1846, 1, 0, 1598, 1}, {1847, 2, 0, 1599, 1}, {1849, 2, 0, 1600, 1}, {1851, 7, 0, 1601, 2}, {1858, 2, 0, 1603, 1},
	{1860, 5, 0, 1604, 2}, {1865, 4, 0, 1606, 2}, {1869, 5, 0, 1608, 1}, {1874, 8, 0, 1609, 2}, {1882, 3, 0, 1611, 3},
	{1885, 1, 0, 1614, 1}, {1886, 5, 0, 1615, 3}, {1891, 5, 0, 1485, 1}, {1896, 5, 0, 1618, 2}, {1901, 1, 0, 1620, 1},
	{1902, 1, 0, 1621, 1}, {1903, 1, 0, 1622, 1}, {1904, 1, 0, 1623, 1}, {1905, 10, 0, 0, 0}, {1915, 1, 0, 1624, 1},
	{1916, 32, 0, 0, 0}, {1948, 3, 0, 0, 0}, {1951, 5, 0, 0, 0}, {1956, 14, 0, 0, 0}, {1970, 14, 0, 0, 0},
	{1984, 12, 0, 0, 0}, {1501, 8, 0, 0, 0}, {1996, 9, 0, 0, 0}, {2005, 10, 0, 0, 0}, {2015, 13, 0, 0, 0},
	{2028, 14, 0, 0, 0}, {2042, 14, 0, 0, 0}, {2056, 13, 0, 0, 0}, {1630, 11, 0, 0, 0}, {2069, 15, 0, 0, 0},
	{2084, 8, 0, 0, 0}, {2092, 12, 0, 0, 0}, {2104, 9, 0, 1573, 1}, {2113, 38, 0, 0, 0}, {2151, 2, 0, 1625, 2},
	{2153, 2, 0, 1627, 2}, {2155, 2, 0, 1625, 2}, {2157, 2, 0, 1627, 2}, {2159, 2, 0, 1625, 2}, {2161, 2, 0, 1627, 2},
	{2163, 2, 0, 1625, 2}, {2165, 2, 0, 1627, 2}, {2167, 2, 0, 1625, 2}, {2169, 2, 0, 1627, 2}, {2171, 2, 0, 1625, 2},
	{2173, 2, 0, 1627, 2}, {2175, 2, 0, 1625, 2}, {2177, 2, 0, 1627, 2}, {2179, 2, 0, 1625, 2}, {2181, 2, 0, 1627, 2},
	{2183, 2, 0, 1629, 2}, {2185, 8, 0, 1631, 4}, {2193, 8, 0, 1635, 8}, {2201, 3, 0, 1643, 1}, {2204, 18, 0, 0, 0},
	{2222, 8, 0, 0, 0}, {2230, 7, 0, 0, 0}, {2237, 78, 0, 0, 0}, {2315, 1, 0, 1570, 1}, {0, 0, 276, 0, 0},
	{2316, 2, 0, 1644, 2}, {2318, 3, 0, 1646, 2}, {2321, 66, 0, 0, 0}, {2387, 24, 0, 0, 0}, {2411, 2, 0, 1397, 1},
	{2413, 10, 0, 0, 0}, {2423, 12, 0, 1648, 1}, {2435, 7, 0, 1648, 1}, {2442, 13, 0, 1649, 1}, {2455, 8, 0, 1649, 1},
	{2463, 2, 0, 1644, 2}, {2465, 3, 0, 1646, 2}, {2468, 2, 0, 1644, 2}, {2470, 3, 0, 1646, 2}, {2473, 2, 0, 1644, 2},
	{2475, 3, 0, 1646, 2}, {2478, 2, 0, 1644, 2}, {2480, 3, 0, 1646, 2}, {2483, 12, 0, 1648, 1}, {2495, 13, 0, 1649, 1},
	{2508, 2, 0, 1644, 2}, {2510, 3, 0, 1646, 2}, {2513, 2, 0, 1644, 2}, {2515, 3, 0, 1646, 2}, {2518, 11, 0, 1648, 1},
	{2529, 12, 0, 1649, 1}, {2541, 11, 0, 0, 0}, {2552, 4, 0, 0, 0}, {2556, 4, 0, 1650, 1}, {2560, 6, 0, 1651, 2},
	{2566, 7, 0, 1650, 1}, {2573, 6, 0, 0, 0}, {2579, 3, 0, 727, 1}, {0, 0, 232, 0, 0}, {2582, 1, 0, 1653, 1},
	{2583, 8, 0, 1571, 1}, {2591, 9, 0, 1571, 1}, {0, 0, 343, 0, 0}, {2600, 3, 0, 1654, 2}, {2603, 3, 0, 1654, 2},
	{2606, 3, 0, 1654, 2}, {2609, 3, 0, 1654, 2}, {2612, 3, 0, 1654, 2}, {2615, 3, 0, 1654, 2}, {2618, 3, 0, 1656, 2},
	{2621, 1, 0, 1658, 1}, {2622, 1, 0, 494, 1}, {2623, 1, 0, 1659, 1}, {2624, 3, 0, 1660, 2}, {2627, 3, 0, 1662, 2},
	{2630, 3, 0, 1664, 2}, {2633, 3, 0, 1666, 2}, {2636, 3, 0, 1668, 2}, {2639, 3, 0, 1670, 2}, {2642, 3, 0, 1672, 2},
	{2645, 3, 0, 1674, 2}, {2648, 2, 0, 1649, 1}, {2650, 3, 0, 1676, 1}, {2653, 3, 0, 1677, 2}, {2656, 3, 0, 1679, 2},
	{2659, 4, 0, 0, 0}, {2663, 2, 0, 1649, 1}, {2665, 2, 0, 1649, 1}, {2667, 4, 0, 1583, 2}, {2671, 2, 0, 1644, 2},
	{2673, 2, 0, 1681, 2}, {2675, 2, 0, 1644, 2}, {2677, 2, 0, 1644, 2}, {2679, 2, 0, 1644, 2}, {2681, 2, 0, 1644, 2},
	{2671, 2, 0, 1644, 2}, {2671, 2, 0, 1644, 2}, {2683, 2, 0, 1644, 2}, {1662, 1, 0, 0, 0}, {2685, 1, 0, 0, 0},
	{2686, 1, 0, 0, 0}, {1662, 1, 0, 0, 0}, {1662, 1, 0, 0, 0}, {1662, 1, 0, 0, 0}, {2687, 1, 0, 0, 0},
	{1662, 1, 0, 0, 0}, {2686, 1, 0, 0, 0}, {2688, 1, 0, 0, 0}, {1662, 1, 0, 0, 0}, {1662, 1, 0, 0, 0},
	{1662, 1, 0, 0, 0}, {1662, 1, 0, 0, 0}, {2689, 1, 0, 0, 0}, {1662, 1, 0, 0, 0}, {2690, 1, 0, 0, 0},
	{1662, 1, 0, 0, 0}, {2691, 9, 0, 1571, 1}, {2700, 9, 0, 1683, 2}, {2709, 9, 0, 1683, 2}, {2718, 8, 0, 1685, 1},
	{2726, 8, 0, 1686, 1}, {2734, 8, 0, 0, 0}, {2650, 3, 0, 1570, 1}, {2742, 1, 0, 1687, 1}, {2743, 2, 0, 1571, 1},
	{2745, 1, 0, 937, 1}, {2746, 3, 0, 1566, 1}, {2749, 1, 0, 1658, 1}, {2750, 1, 0, 494, 1}, {2751, 1, 0, 1659, 1},
	{2752, 1, 0, 1688, 1}, {2753, 1, 0, 1689, 1}, {2754, 1, 0, 1690, 1}, {2755, 1, 0, 1691, 1}, {2756, 1, 0, 1692, 1},
	{2757, 1, 0, 1386, 1}, {2758, 1, 0, 1693, 1}, {2759, 1, 0, 1694, 1}, {2760, 2, 0, 1695, 2}, {0, 0, 0, 0, 0},
	{0, 0, 394, 0, 0}, {1786, 5, 0, 1585, 3}, {2762, 3, 0, 1697, 2}, {2765, 3, 0, 1697, 2}, {2768, 2, 0, 937, 1},
	{2770, 4, 0, 1697, 2},
};

const ZnSchemaProperty zn_schema_properties[] = {
	{0, 1}, {27, 2}, {47, 3}, {73, 4}, {160, 5}, {190, 6}, {214, 7}, {290, 8}, {291, 9}, {309, 10}, {344, 11}, {479, 12},
	{607, 13}, {660, 10}, {714, 14}, {721, 15}, {760, 16}, {891, 17}, {933, 18}, {1040, 19}, {1068, 20}, {1082, 1},
	{1133, 21}, {1145, 12}, {0, 1}, {27, 2}, {47, 3}, {73, 4}, {160, 5}, {190, 6}, {211, 22}, {214, 7}, {290, 8},
	{291, 9}, {309, 10}, {364, 23}, {660, 10}, {714, 14}, {721, 15}, {891, 17}, {933, 18}, {934, 24}, {1040, 19},
	{1068, 20}, {1082, 1}, {0, 1}, {47, 3}, {73, 4}, {214, 7}, {290, 8}, {291, 9}, {309, 10}, {344, 25}, {479, 12},
	{538, 26}, {660, 10}, {714, 14}, {721, 15}, {760, 16}, {891, 17}, {1040, 19}, {1068, 20}, {1082, 1}, {1133, 21},
	{1145, 12}, {0, 1}, {27, 2}, {47, 3}, {73, 4}, {160, 5}, {190, 6}, {211, 22}, {214, 7}, {290, 8}, {291, 9}, {309, 10},
	{660, 10}, {714, 14}, {721, 15}, {888, 27}, {891, 17}, {933, 18}, {934, 24}, {1040, 19}, {1068, 20}, {1082, 1},
	{0, 1}, {27, 2}, {47, 3}, {73, 4}, {160, 5}, {190, 6}, {211, 22}, {214, 7}, {290, 8}, {291, 9}, {309, 10}, {660, 10},
	{714, 14}, {721, 15}, {888, 28}, {891, 17}, {933, 18}, {934, 29}, {1040, 19}, {1068, 20}, {1082, 1}, {0, 1}, {27, 2},
	{47, 3}, {73, 4}, {160, 5}, {190, 6}, {211, 22}, {212, 30}, {214, 7}, {290, 8}, {291, 9}, {309, 10}, {660, 10},
	{714, 14}, {721, 15}, {891, 17}, {933, 18}, {1040, 19}, {1068, 20}, {1082, 1}, {0, 1}, {47, 3}, {73, 4}, {160, 5},
	{190, 31}, {214, 7}, {290, 8}, {291, 9}, {309, 10}, {660, 10}, {714, 14}, {721, 15}, {891, 17}, {933, 22}, {1040, 19},
	{1068, 20}, {1082, 1}, {1129, 30}, {0, 1}, {47, 3}, {73, 4}, {160, 5}, {190, 31}, {214, 7}, {290, 8}, {291, 9},
	{309, 10}, {473, 30}, {660, 10}, {714, 14}, {721, 15}, {891, 17}, {933, 22}, {1040, 19}, {1068, 20}, {1082, 1},
	{209, 32}, {897, 32}, {221, 33}, {890, 31}, {1074, 34}, {360, 10}, {209, 31}, {897, 31}, {35, 35}, {36, 36}, {39, 31},
	{47, 3}, {49, 37}, {50, 37}, {51, 37}, {52, 37}, {53, 37}, {54, 37}, {55, 37}, {56, 37}, {57, 37}, {58, 37}, {59, 37},
	{60, 37}, {61, 37}, {62, 37}, {63, 37}, {64, 37}, {65, 37}, {66, 37}, {67, 37}, {68, 37}, {69, 37}, {70, 37}, {73, 4},
	{82, 38}, {162, 39}, {195, 40}, {212, 41}, {237, 10}, {247, 31}, {351, 42}, {352, 43}, {364, 41}, {368, 44},
	{382, 10}, {399, 40}, {474, 45}, {475, 45}, {476, 45}, {477, 45}, {493, 35}, {542, 46}, {588, 47}, {591, 4},
	{596, 48}, {607, 40}, {673, 10}, {674, 10}, {681, 10}, {682, 10}, {714, 14}, {721, 15}, {744, 40}, {760, 16},
	{828, 49}, {834, 35}, {902, 40}, {906, 50}, {916, 51}, {947, 40}, {974, 52}, {1007, 40}, {1016, 53}, {1034, 10},
	{1035, 10}, {1040, 54}, {1059, 55}, {1067, 47}, {1133, 56}, {387, 57}, {660, 10}, {1080, 10}, {387, 57}, {660, 10},
	{1126, 1}, {387, 57}, {660, 10}, {660, 10}, {917, 58}, {660, 10}, {945, 59}, {441, 60}, {660, 10}, {33, 61},
	{206, 62}, {209, 63}, {309, 64}, {310, 65}, {364, 66}, {370, 62}, {372, 61}, {486, 64}, {506, 67}, {536, 68},
	{537, 69}, {599, 68}, {600, 69}, {693, 61}, {705, 70}, {822, 71}, {823, 69}, {897, 63}, {922, 72}, {928, 61},
	{964, 62}, {967, 73}, {972, 61}, {973, 61}, {1007, 74}, {1008, 71}, {1009, 69}, {1033, 75}, {1058, 76}, {1080, 64},
	{1147, 77}, {1149, 69}, {1151, 78}, {1152, 78}, {1153, 79}, {1155, 77}, {1157, 69}, {1159, 78}, {1160, 78},
	{1161, 79}, {386, 80}, {954, 22}, {161, 81}, {200, 31}, {206, 82}, {361, 83}, {502, 84}, {620, 81}, {693, 22},
	{707, 85}, {710, 81}, {902, 81}, {928, 22}, {1031, 81}, {1074, 86}, {200, 31}, {206, 82}, {361, 87}, {693, 22},
	{707, 85}, {902, 81}, {928, 22}, {1012, 22}, {1031, 81}, {1074, 88}, {74, 81}, {156, 81}, {200, 31}, {206, 82},
	{361, 87}, {499, 89}, {693, 22}, {707, 85}, {1005, 22}, {1074, 90}, {27, 91}, {33, 92}, {39, 93}, {40, 4}, {41, 4},
	{44, 93}, {78, 22}, {85, 94}, {94, 22}, {126, 95}, {200, 93}, {206, 82}, {224, 22}, {230, 92}, {231, 92}, {232, 92},
	{233, 92}, {234, 92}, {235, 92}, {246, 96}, {309, 4}, {312, 97}, {315, 98}, {337, 92}, {338, 92}, {342, 4}, {370, 99},
	{372, 92}, {373, 31}, {382, 4}, {383, 92}, {384, 4}, {385, 100}, {479, 101}, {486, 4}, {497, 92}, {499, 102},
	{502, 84}, {587, 92}, {588, 103}, {591, 4}, {592, 92}, {630, 92}, {693, 92}, {705, 104}, {707, 85}, {709, 92},
	{713, 92}, {744, 105}, {822, 92}, {823, 92}, {824, 92}, {825, 92}, {922, 4}, {928, 92}, {929, 93}, {964, 99},
	{965, 106}, {967, 107}, {968, 92}, {969, 108}, {970, 92}, {971, 92}, {972, 92}, {973, 92}, {974, 109}, {1005, 92},
	{1007, 110}, {1008, 92}, {1009, 92}, {1010, 92}, {1011, 92}, {1012, 22}, {1033, 92}, {1037, 22}, {1038, 22},
	{1058, 111}, {1074, 112}, {1080, 4}, {1145, 101}, {1147, 113}, {1149, 113}, {1150, 92}, {1153, 92}, {1155, 114},
	{1157, 114}, {1158, 92}, {1161, 92}, {157, 22}, {541, 22}, {894, 22}, {1060, 22}, {190, 107}, {201, 92}, {202, 116},
	{204, 92}, {318, 92}, {361, 116}, {376, 117}, {389, 92}, {595, 92}, {718, 92}, {719, 107}, {746, 92}, {756, 92},
	{822, 92}, {832, 92}, {885, 93}, {886, 93}, {895, 107}, {906, 92}, {928, 107}, {933, 92}, {1032, 92}, {1069, 107},
	{1074, 118}, {49, 119}, {542, 120}, {906, 121}, {209, 22}, {897, 22}, {27, 122}, {31, 123}, {33, 92}, {39, 93},
	{85, 124}, {206, 125}, {337, 92}, {338, 92}, {382, 4}, {383, 92}, {384, 4}, {385, 100}, {390, 4}, {587, 92},
	{592, 92}, {687, 92}, {707, 126}, {974, 109}, {975, 109}, {976, 125}, {977, 4}, {978, 92}, {979, 4}, {980, 100},
	{981, 92}, {982, 92}, {1007, 110}, {1210, 22}, {230, 92}, {246, 128}, {370, 125}, {372, 92}, {693, 92}, {964, 125},
	{965, 106}, {967, 107}, {968, 92}, {969, 108}, {970, 92}, {972, 92}, {973, 92}, {974, 109}, {23, 129}, {77, 22},
	{92, 130}, {367, 131}, {474, 132}, {931, 133}, {1036, 134}, {1040, 135}, {1074, 136}, {209, 137}, {897, 137}, {27, 2},
	{160, 5}, {190, 6}, {290, 8}, {309, 10}, {344, 11}, {479, 12}, {607, 13}, {660, 10}, {721, 138}, {760, 16}, {891, 17},
	{933, 18}, {1040, 19}, {1068, 20}, {1133, 21}, {1145, 12}, {290, 8}, {309, 10}, {344, 25}, {479, 12}, {538, 26},
	{660, 10}, {760, 16}, {891, 17}, {1040, 19}, {1068, 20}, {1133, 21}, {1145, 12}, {27, 2}, {160, 5}, {190, 6},
	{211, 22}, {290, 8}, {309, 10}, {660, 10}, {888, 27}, {891, 17}, {933, 18}, {934, 24}, {1040, 19}, {1068, 20},
	{27, 2}, {160, 5}, {190, 6}, {211, 22}, {290, 8}, {309, 10}, {660, 10}, {888, 28}, {891, 17}, {933, 18}, {934, 29},
	{1040, 19}, {1068, 20}, {27, 2}, {160, 5}, {190, 6}, {211, 22}, {290, 8}, {309, 10}, {364, 23}, {660, 10}, {891, 17},
	{933, 18}, {934, 24}, {1040, 19}, {1068, 20}, {27, 2}, {160, 5}, {190, 6}, {211, 22}, {212, 139}, {290, 8}, {309, 10},
	{660, 10}, {891, 17}, {933, 18}, {1040, 19}, {1068, 20}, {160, 5}, {190, 31}, {290, 8}, {309, 10}, {660, 10},
	{891, 17}, {933, 22}, {1040, 19}, {1068, 20}, {1129, 139}, {160, 5}, {190, 31}, {290, 8}, {309, 10}, {473, 139},
	{660, 10}, {891, 17}, {933, 22}, {1040, 19}, {1068, 20}, {33, 140}, {206, 141}, {309, 142}, {310, 65}, {370, 141},
	{372, 140}, {486, 142}, {506, 143}, {536, 144}, {537, 145}, {599, 144}, {600, 145}, {693, 140}, {705, 70}, {822, 146},
	{823, 145}, {922, 147}, {928, 140}, {964, 141}, {967, 148}, {972, 140}, {973, 140}, {1007, 149}, {1008, 146},
	{1009, 145}, {1033, 150}, {1058, 76}, {1080, 142}, {1147, 151}, {1149, 145}, {1151, 152}, {1152, 152}, {1153, 153},
	{1155, 151}, {1157, 145}, {1159, 152}, {1160, 152}, {1161, 153}, {209, 155}, {897, 155}, {209, 155}, {538, 155},
	{897, 155}, {290, 8}, {309, 10}, {344, 156}, {479, 12}, {607, 13}, {660, 10}, {721, 138}, {760, 16}, {1040, 19},
	{1068, 20}, {1133, 21}, {1145, 12}, {27, 91}, {33, 92}, {39, 93}, {40, 4}, {41, 4}, {44, 93}, {85, 94}, {94, 22},
	{126, 95}, {206, 82}, {224, 22}, {230, 92}, {231, 92}, {232, 92}, {234, 92}, {235, 92}, {246, 96}, {309, 4},
	{312, 97}, {315, 98}, {337, 92}, {338, 92}, {342, 4}, {347, 92}, {370, 99}, {372, 92}, {373, 31}, {382, 4}, {383, 92},
	{384, 4}, {385, 100}, {479, 92}, {486, 4}, {497, 92}, {499, 102}, {502, 84}, {587, 92}, {591, 4}, {592, 92},
	{630, 92}, {693, 92}, {705, 104}, {707, 85}, {709, 92}, {713, 92}, {822, 92}, {823, 92}, {922, 4}, {928, 92},
	{929, 93}, {950, 92}, {964, 99}, {965, 106}, {967, 107}, {968, 92}, {969, 108}, {970, 92}, {971, 92}, {972, 92},
	{973, 92}, {1005, 92}, {1007, 110}, {1008, 92}, {1009, 92}, {1033, 92}, {1037, 22}, {1038, 22}, {1058, 111},
	{1080, 4}, {1145, 92}, {1147, 113}, {1149, 113}, {1155, 114}, {1157, 114}, {27, 91}, {33, 92}, {39, 93}, {40, 4},
	{41, 4}, {44, 93}, {85, 94}, {126, 95}, {206, 82}, {230, 92}, {231, 92}, {232, 92}, {234, 92}, {235, 92}, {246, 96},
	{309, 4}, {312, 97}, {337, 92}, {338, 92}, {342, 4}, {347, 92}, {370, 99}, {372, 92}, {373, 31}, {382, 4}, {383, 92},
	{384, 4}, {385, 100}, {479, 92}, {486, 4}, {497, 92}, {499, 102}, {502, 84}, {587, 92}, {588, 103}, {591, 4},
	{592, 92}, {693, 92}, {705, 104}, {707, 85}, {709, 92}, {713, 92}, {744, 105}, {822, 92}, {823, 92}, {922, 4},
	{928, 92}, {929, 93}, {950, 92}, {964, 99}, {965, 106}, {967, 107}, {968, 92}, {969, 108}, {970, 92}, {971, 92},
	{972, 92}, {973, 92}, {1005, 92}, {1007, 110}, {1008, 92}, {1009, 92}, {1033, 92}, {1037, 22}, {1038, 22},
	{1058, 111}, {1080, 4}, {1145, 92}, {1147, 113}, {1149, 113}, {1155, 114}, {1157, 114}, {39, 93}, {77, 92}, {309, 4},
	{314, 31}, {322, 31}, {323, 106}, {324, 125}, {325, 107}, {326, 92}, {330, 92}, {332, 92}, {387, 157}, {388, 10},
	{453, 31}, {455, 106}, {456, 158}, {457, 159}, {458, 160}, {459, 160}, {460, 160}, {512, 161}, {514, 92}, {515, 162},
	{516, 163}, {517, 158}, {518, 10}, {519, 164}, {520, 92}, {521, 165}, {522, 160}, {523, 166}, {524, 167}, {525, 92},
	{526, 92}, {527, 160}, {528, 160}, {530, 168}, {531, 160}, {532, 92}, {533, 31}, {612, 92}, {631, 92}, {687, 92},
	{707, 169}, {754, 92}, {974, 109}, {1017, 170}, {1019, 106}, {1020, 158}, {1021, 171}, {1022, 159}, {1023, 160},
	{1024, 31}, {1025, 92}, {1026, 92}, {1027, 160}, {1028, 31}, {1029, 160}, {1030, 160}, {1031, 31}, {1040, 135},
	{1041, 91}, {1042, 172}, {1043, 92}, {1044, 94}, {1045, 125}, {1046, 4}, {1047, 92}, {1048, 4}, {1049, 100},
	{1050, 92}, {1051, 92}, {1052, 92}, {1054, 92}, {1055, 92}, {1056, 92}, {1069, 92}, {1126, 173}, {1210, 22}, {27, 91},
	{33, 92}, {39, 93}, {40, 4}, {41, 4}, {44, 93}, {85, 94}, {94, 22}, {126, 95}, {206, 82}, {224, 22}, {230, 92},
	{231, 92}, {232, 92}, {233, 92}, {234, 92}, {235, 92}, {246, 96}, {309, 4}, {312, 97}, {315, 98}, {337, 92},
	{338, 92}, {342, 4}, {347, 92}, {370, 99}, {372, 92}, {373, 31}, {382, 4}, {383, 92}, {384, 4}, {385, 100}, {479, 92},
	{486, 4}, {497, 92}, {499, 102}, {502, 84}, {587, 92}, {591, 4}, {592, 92}, {630, 92}, {693, 92}, {705, 104},
	{707, 85}, {709, 92}, {713, 92}, {822, 92}, {823, 92}, {922, 4}, {928, 92}, {929, 93}, {950, 92}, {964, 99},
	{965, 106}, {967, 107}, {968, 92}, {969, 108}, {970, 92}, {971, 92}, {972, 92}, {973, 92}, {1005, 92}, {1007, 110},
	{1008, 92}, {1009, 92}, {1033, 92}, {1037, 22}, {1038, 22}, {1058, 111}, {1080, 4}, {1145, 92}, {1147, 113},
	{1149, 113}, {1155, 114}, {1157, 114}, {161, 81}, {361, 83}, {620, 81}, {710, 81}, {902, 81}, {928, 22}, {1031, 81},
	{27, 91}, {33, 92}, {39, 93}, {40, 4}, {41, 4}, {44, 93}, {85, 94}, {126, 95}, {206, 82}, {230, 92}, {231, 92},
	{232, 92}, {234, 92}, {235, 92}, {246, 96}, {309, 4}, {312, 97}, {337, 92}, {338, 92}, {342, 4}, {347, 92}, {370, 99},
	{372, 92}, {373, 31}, {382, 4}, {383, 92}, {384, 4}, {385, 100}, {479, 92}, {486, 4}, {497, 92}, {499, 102},
	{502, 84}, {587, 92}, {591, 4}, {592, 92}, {693, 92}, {705, 104}, {707, 85}, {709, 92}, {713, 92}, {822, 92},
	{823, 92}, {922, 4}, {928, 92}, {929, 93}, {950, 92}, {964, 99}, {965, 106}, {967, 107}, {968, 92}, {969, 108},
	{970, 92}, {971, 92}, {972, 92}, {973, 92}, {1005, 92}, {1007, 110}, {1008, 92}, {1009, 92}, {1033, 92}, {1037, 22},
	{1038, 22}, {1058, 111}, {1080, 4}, {1145, 92}, {1147, 113}, {1149, 113}, {1155, 114}, {1157, 114}, {211, 22},
	{933, 22}, {74, 81}, {156, 81}, {361, 87}, {499, 89}, {1005, 22}, {361, 87}, {902, 81}, {928, 22}, {1012, 22},
	{1031, 81}, {387, 157}, {388, 10}, {512, 91}, {513, 123}, {514, 22}, {515, 94}, {517, 4}, {518, 10}, {521, 4},
	{522, 92}, {523, 4}, {524, 100}, {525, 92}, {526, 92}, {529, 174}, {531, 92}, {533, 31}, {707, 174}, {1040, 175},
	{1041, 91}, {1042, 123}, {1043, 22}, {1044, 94}, {1045, 4}, {1046, 4}, {1047, 92}, {1048, 4}, {1049, 100}, {1050, 92},
	{1051, 92}, {1053, 174}, {1054, 92}, {39, 93}, {203, 92}, {210, 92}, {211, 92}, {230, 92}, {309, 4}, {313, 85},
	{314, 31}, {371, 125}, {429, 176}, {430, 22}, {431, 22}, {432, 92}, {433, 92}, {434, 92}, {435, 92}, {436, 125},
	{437, 92}, {438, 92}, {439, 22}, {440, 22}, {454, 177}, {512, 91}, {515, 94}, {517, 125}, {521, 4}, {522, 92},
	{523, 4}, {524, 100}, {525, 92}, {527, 92}, {528, 92}, {530, 168}, {531, 92}, {532, 92}, {539, 178}, {543, 92},
	{544, 92}, {687, 92}, {707, 179}, {714, 92}, {899, 92}, {966, 125}, {967, 107}, {973, 92}, {986, 125}, {987, 125},
	{988, 107}, {989, 92}, {990, 176}, {991, 125}, {992, 92}, {993, 92}, {994, 92}, {995, 92}, {996, 125}, {997, 92},
	{998, 4}, {1021, 171}, {1040, 175}, {1041, 91}, {1042, 172}, {1044, 94}, {1045, 125}, {1046, 4}, {1047, 92},
	{1048, 4}, {1049, 100}, {1050, 92}, {1051, 92}, {1052, 92}, {1053, 180}, {1054, 92}, {1079, 22}, {1210, 92}, {27, 91},
	{33, 92}, {39, 93}, {40, 4}, {41, 4}, {44, 93}, {85, 94}, {126, 95}, {206, 82}, {230, 92}, {231, 92}, {232, 92},
	{234, 92}, {235, 92}, {246, 96}, {309, 4}, {312, 97}, {337, 92}, {338, 92}, {342, 4}, {347, 92}, {370, 99}, {372, 92},
	{373, 31}, {382, 4}, {383, 92}, {384, 4}, {385, 100}, {479, 92}, {486, 4}, {497, 92}, {499, 102}, {502, 84},
	{587, 92}, {591, 4}, {592, 92}, {693, 92}, {705, 104}, {707, 85}, {709, 92}, {713, 92}, {744, 105}, {822, 92},
	{823, 92}, {922, 4}, {928, 92}, {929, 93}, {950, 92}, {964, 99}, {965, 106}, {967, 107}, {968, 92}, {969, 108},
	{970, 92}, {971, 92}, {972, 92}, {973, 92}, {1005, 92}, {1007, 110}, {1008, 92}, {1009, 92}, {1033, 92}, {1037, 22},
	{1038, 22}, {1058, 111}, {1080, 4}, {1145, 92}, {1147, 113}, {1149, 113}, {1155, 114}, {1157, 114}, {680, 181},
	{1033, 182}, {183, 183}, {320, 183}, {478, 183}, {706, 183}, {827, 183}, {985, 184}, {34, 22}, {75, 92}, {76, 92},
	{79, 92}, {80, 92}, {83, 92}, {197, 93}, {226, 92}, {391, 22}, {502, 186}, {611, 22}, {613, 22}, {614, 22}, {615, 22},
	{616, 22}, {630, 22}, {632, 22}, {633, 22}, {634, 22}, {635, 22}, {688, 92}, {689, 92}, {745, 92}, {812, 22},
	{815, 22}, {835, 92}, {896, 93}, {1018, 92}, {1081, 31}, {1154, 93}, {1208, 31}, {501, 187}, {744, 188}, {35, 35},
	{36, 36}, {82, 38}, {195, 40}, {399, 40}, {462, 40}, {463, 40}, {468, 40}, {469, 40}, {493, 35}, {588, 47}, {607, 40},
	{744, 40}, {834, 35}, {902, 40}, {947, 40}, {1007, 40}, {1016, 53}, {1067, 47}, {27, 91}, {33, 92}, {39, 93}, {40, 4},
	{41, 4}, {44, 93}, {78, 22}, {85, 94}, {94, 22}, {126, 95}, {206, 82}, {224, 22}, {230, 92}, {231, 92}, {232, 92},
	{234, 92}, {235, 92}, {246, 96}, {309, 4}, {312, 97}, {315, 98}, {337, 92}, {338, 92}, {342, 4}, {347, 92}, {370, 99},
	{372, 92}, {373, 31}, {382, 4}, {383, 92}, {384, 4}, {385, 100}, {479, 92}, {486, 4}, {497, 92}, {499, 102},
	{502, 84}, {587, 92}, {591, 4}, {592, 92}, {630, 92}, {693, 92}, {705, 104}, {707, 85}, {709, 92}, {713, 92},
	{822, 92}, {823, 92}, {922, 4}, {928, 92}, {929, 93}, {950, 92}, {964, 99}, {965, 106}, {967, 107}, {968, 92},
	{969, 108}, {970, 92}, {971, 92}, {972, 92}, {973, 92}, {1005, 92}, {1007, 110}, {1008, 92}, {1009, 92}, {1012, 22},
	{1033, 92}, {1037, 22}, {1038, 22}, {1058, 111}, {1080, 4}, {1145, 92}, {1147, 113}, {1149, 113}, {1155, 114},
	{1157, 114}, {27, 122}, {31, 172}, {33, 92}, {39, 93}, {85, 124}, {206, 125}, {337, 92}, {338, 92}, {382, 4},
	{383, 92}, {384, 4}, {385, 100}, {390, 4}, {587, 92}, {592, 92}, {687, 92}, {707, 126}, {976, 125}, {977, 4},
	{978, 92}, {979, 4}, {980, 100}, {981, 92}, {982, 92}, {1210, 92}, {673, 10}, {674, 10}, {681, 10}, {682, 10},
	{1034, 10}, {1035, 10}, {200, 31}, {225, 22}, {227, 22}, {230, 92}, {246, 128}, {316, 190}, {317, 190}, {370, 125},
	{372, 92}, {693, 92}, {954, 22}, {964, 125}, {965, 106}, {967, 107}, {968, 92}, {969, 108}, {970, 92}, {972, 92},
	{973, 92}, {723, 191}, {1074, 192}, {305, 10}, {723, 191}, {1074, 193}, {723, 191}, {762, 10}, {1074, 194}, {365, 10},
	{623, 10}, {723, 191}, {1074, 195}, {42, 10}, {949, 22}, {954, 22}, {961, 22}, {361, 196}, {362, 196}, {363, 196},
	{756, 22}, {954, 197}, {957, 197}, {958, 197}, {23, 129}, {77, 22}, {92, 130}, {213, 198}, {367, 131}, {542, 199},
	{906, 200}, {931, 201}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {77, 22}, {213, 198}, {294, 202},
	{1040, 135}, {1074, 203}, {213, 204}, {1125, 92}, {23, 129}, {77, 22}, {92, 130}, {213, 205}, {367, 131}, {542, 199},
	{906, 200}, {931, 201}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {77, 22}, {213, 205}, {294, 202},
	{1040, 135}, {1074, 203}, {213, 206}, {1125, 99}, {23, 129}, {27, 32}, {77, 22}, {92, 130}, {190, 31}, {367, 131},
	{474, 132}, {931, 133}, {933, 22}, {1036, 134}, {1040, 135}, {1074, 136}, {23, 129}, {77, 22}, {92, 207}, {213, 208},
	{367, 131}, {387, 157}, {388, 10}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {213, 209}, {1125, 125},
	{23, 129}, {77, 22}, {92, 207}, {367, 131}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {23, 129}, {27, 2},
	{77, 22}, {92, 130}, {160, 5}, {190, 6}, {211, 22}, {367, 131}, {474, 132}, {931, 133}, {933, 18}, {1036, 134},
	{1040, 135}, {1074, 136}, {23, 129}, {77, 22}, {92, 175}, {367, 131}, {1036, 134}, {1040, 135}, {1058, 31},
	{1074, 210}, {77, 22}, {294, 202}, {1040, 135}, {1074, 203}, {23, 129}, {77, 22}, {92, 175}, {367, 131}, {1036, 134},
	{1040, 135}, {1058, 31}, {1125, 211}, {23, 129}, {77, 22}, {92, 207}, {367, 131}, {931, 213}, {1036, 134},
	{1040, 135}, {1058, 31}, {1074, 136}, {213, 214}, {1125, 215}, {931, 213}, {23, 129}, {77, 22}, {92, 207}, {367, 131},
	{906, 200}, {931, 201}, {948, 216}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {77, 22}, {294, 202},
	{906, 200}, {948, 216}, {1040, 135}, {1074, 203}, {23, 129}, {77, 22}, {92, 130}, {213, 217}, {367, 131}, {542, 199},
	{906, 200}, {931, 201}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 218}, {77, 22}, {213, 217}, {294, 202},
	{1040, 135}, {1074, 203}, {213, 219}, {1125, 125}, {23, 129}, {77, 22}, {92, 130}, {213, 220}, {367, 131}, {542, 199},
	{906, 200}, {931, 201}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {77, 22}, {213, 220}, {294, 202},
	{1040, 135}, {1074, 203}, {213, 221}, {1125, 107}, {23, 129}, {77, 22}, {92, 207}, {213, 222}, {367, 131}, {387, 157},
	{388, 10}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {77, 22}, {213, 222}, {294, 202}, {387, 157}, {388, 10},
	{1040, 135}, {1074, 203}, {213, 223}, {1125, 110}, {23, 129}, {77, 22}, {92, 130}, {367, 131}, {889, 31}, {906, 200},
	{931, 201}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {23, 129}, {49, 225}, {77, 22}, {92, 207}, {367, 131},
	{494, 226}, {906, 200}, {931, 201}, {948, 216}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {49, 225},
	{77, 22}, {294, 202}, {494, 226}, {906, 200}, {948, 216}, {1040, 135}, {1074, 203}, {1125, 22}, {23, 129}, {77, 22},
	{92, 130}, {367, 131}, {906, 200}, {931, 201}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {77, 22},
	{294, 202}, {906, 200}, {1040, 135}, {1074, 203}, {428, 227}, {490, 10}, {962, 228}, {1148, 22}, {1149, 22},
	{1156, 22}, {1157, 22}, {428, 229}, {490, 10}, {818, 22}, {819, 22}, {962, 228}, {1148, 22}, {1149, 22}, {1156, 22},
	{1157, 22}, {74, 22}, {27, 91}, {33, 92}, {39, 93}, {40, 4}, {41, 4}, {44, 93}, {85, 94}, {126, 95}, {200, 93},
	{206, 82}, {230, 92}, {231, 92}, {232, 92}, {234, 92}, {235, 92}, {246, 96}, {309, 4}, {312, 97}, {337, 92},
	{338, 92}, {342, 4}, {347, 92}, {370, 99}, {372, 92}, {373, 31}, {382, 4}, {383, 92}, {384, 4}, {385, 100}, {479, 92},
	{486, 4}, {497, 92}, {499, 102}, {502, 84}, {587, 92}, {591, 4}, {592, 92}, {693, 92}, {705, 104}, {707, 85},
	{709, 92}, {713, 92}, {822, 92}, {823, 92}, {824, 92}, {825, 92}, {922, 4}, {928, 92}, {929, 93}, {950, 92},
	{964, 99}, {965, 106}, {967, 107}, {968, 92}, {969, 108}, {970, 92}, {971, 92}, {972, 92}, {973, 92}, {974, 109},
	{1005, 92}, {1007, 110}, {1008, 92}, {1009, 92}, {1010, 92}, {1011, 92}, {1033, 92}, {1037, 22}, {1038, 22},
	{1058, 111}, {1080, 4}, {1145, 92}, {1147, 113}, {1149, 113}, {1150, 92}, {1153, 92}, {1155, 114}, {1157, 114},
	{1158, 92}, {1161, 92}, {222, 230}, {95, 231}, {360, 10}, {660, 10}, {833, 31}, {1125, 1}, {95, 232}, {660, 10},
	{915, 233}, {1125, 234}, {1134, 155}, {89, 197}, {398, 237}, {490, 238}, {761, 239}, {1074, 240}, {89, 197},
	{366, 241}, {1074, 242}, {1147, 243}, {1155, 243}, {33, 243}, {206, 243}, {370, 243}, {372, 243}, {693, 243},
	{922, 243}, {928, 243}, {964, 243}, {967, 243}, {972, 243}, {973, 243}, {1033, 243}, {33, 243}, {206, 243},
	{370, 243}, {372, 243}, {693, 243}, {822, 243}, {922, 243}, {928, 243}, {964, 243}, {967, 243}, {972, 243},
	{973, 243}, {1008, 243}, {1033, 243}, {1147, 243}, {1153, 243}, {1155, 243}, {1161, 243}, {23, 244}, {464, 245},
	{42, 246}, {92, 247}, {367, 10}, {42, 10}, {179, 10}, {42, 245}, {81, 22}, {238, 31}, {244, 31}, {307, 10},
	{361, 197}, {464, 245}, {618, 22}, {637, 22}, {891, 243}, {959, 22}, {361, 10}, {720, 10}, {374, 248}, {42, 245},
	{379, 245}, {42, 245}, {381, 245}, {390, 249}, {464, 245}, {494, 10}, {506, 10}, {510, 250}, {624, 251}, {1125, 1},
	{464, 245}, {504, 252}, {42, 245}, {81, 22}, {464, 245}, {597, 10}, {690, 10}, {42, 246}, {304, 1}, {392, 253},
	{601, 10}, {42, 245}, {464, 245}, {757, 197}, {811, 10}, {954, 22}, {42, 245}, {361, 197}, {464, 245}, {624, 254},
	{690, 10}, {705, 22}, {721, 31}, {887, 10}, {42, 10}, {367, 10}, {1036, 255}, {904, 22}, {42, 246}, {464, 245},
	{687, 256}, {931, 257}, {948, 10}, {390, 249}, {464, 245}, {492, 31}, {931, 257}, {1146, 258}, {464, 245}, {587, 22},
	{692, 259}, {740, 10}, {1125, 10}, {37, 10}, {38, 10}, {358, 22}, {359, 22}, {31, 22}, {84, 22}, {96, 31}, {321, 197},
	{361, 260}, {617, 22}, {636, 22}, {667, 31}, {954, 22}, {959, 197}, {888, 261}, {387, 157}, {388, 10}, {512, 91},
	{513, 123}, {514, 22}, {515, 94}, {517, 4}, {518, 10}, {521, 4}, {522, 92}, {523, 4}, {524, 100}, {525, 92},
	{526, 92}, {529, 174}, {531, 92}, {533, 31}, {707, 174}, {1040, 135}, {1041, 91}, {1042, 123}, {1043, 22}, {1044, 94},
	{1045, 4}, {1046, 4}, {1047, 92}, {1048, 4}, {1049, 100}, {1050, 92}, {1051, 92}, {1053, 174}, {1054, 92}, {367, 131},
	{692, 263}, {705, 264}, {96, 31}, {617, 22}, {954, 22}, {1078, 265}, {1083, 31}, {23, 129}, {77, 22}, {92, 130},
	{213, 267}, {294, 202}, {367, 131}, {542, 199}, {906, 200}, {931, 201}, {1036, 134}, {1040, 135}, {1058, 31},
	{1074, 203}, {1125, 92}, {23, 129}, {77, 22}, {92, 130}, {213, 268}, {294, 202}, {367, 131}, {542, 199}, {906, 200},
	{931, 201}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 203}, {1125, 99}, {23, 129}, {77, 22}, {92, 207}, {213, 269},
	{367, 131}, {387, 157}, {388, 10}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {1125, 125}, {23, 129},
	{77, 22}, {92, 175}, {294, 202}, {367, 131}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 203}, {23, 129}, {77, 22},
	{92, 175}, {294, 202}, {367, 131}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 203}, {1125, 211}, {23, 129},
	{77, 22}, {92, 207}, {294, 202}, {367, 131}, {906, 200}, {931, 201}, {948, 216}, {1036, 134}, {1040, 135}, {1058, 31},
	{1074, 203}, {1125, 211}, {23, 129}, {77, 22}, {92, 130}, {213, 270}, {294, 202}, {367, 131}, {542, 199}, {906, 200},
	{931, 201}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 271}, {1125, 125}, {23, 129}, {77, 22}, {92, 130},
	{213, 272}, {294, 202}, {367, 131}, {542, 199}, {906, 200}, {931, 201}, {1036, 134}, {1040, 135}, {1058, 31},
	{1074, 203}, {1125, 107}, {23, 129}, {77, 22}, {92, 207}, {213, 273}, {294, 202}, {367, 131}, {387, 157}, {388, 10},
	{1036, 134}, {1040, 135}, {1058, 31}, {1074, 203}, {1125, 110}, {23, 129}, {49, 225}, {77, 22}, {92, 207}, {294, 202},
	{367, 131}, {494, 226}, {906, 200}, {931, 201}, {948, 216}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 203},
	{1125, 211}, {23, 129}, {77, 22}, {92, 175}, {367, 131}, {1036, 134}, {1040, 135}, {1058, 31}, {1125, 22}, {23, 129},
	{77, 22}, {92, 130}, {294, 202}, {367, 131}, {906, 200}, {931, 201}, {1036, 134}, {1040, 135}, {1058, 31},
	{1074, 203}, {1125, 22}, {290, 8}, {309, 10}, {344, 156}, {607, 13}, {660, 10}, {721, 138}, {760, 16}, {1040, 19},
	{1068, 20}, {33, 61}, {206, 62}, {309, 64}, {310, 65}, {370, 62}, {372, 61}, {486, 64}, {506, 67}, {536, 68},
	{537, 69}, {599, 68}, {600, 69}, {693, 61}, {705, 70}, {822, 71}, {823, 69}, {922, 72}, {928, 61}, {964, 62},
	{967, 73}, {972, 61}, {973, 61}, {1007, 74}, {1008, 71}, {1009, 69}, {1033, 75}, {1058, 76}, {1080, 64}, {1147, 77},
	{1149, 69}, {1151, 78}, {1152, 78}, {1153, 79}, {1155, 77}, {1157, 69}, {1159, 78}, {1160, 78}, {1161, 79},
	{213, 274}, {1125, 275}, {213, 274}, {360, 10}, {213, 276}, {1125, 277}, {213, 276}, {360, 10}, {213, 278},
	{1125, 279}, {213, 278}, {360, 10}, {213, 280}, {1125, 281}, {213, 280}, {360, 10}, {213, 282}, {1125, 283},
	{213, 282}, {360, 10}, {213, 284}, {1125, 275}, {213, 284}, {360, 10}, {213, 285}, {1125, 275}, {213, 285}, {360, 10},
	{213, 286}, {1125, 287}, {213, 286}, {360, 10}, {501, 288}, {954, 22}, {245, 155}, {303, 10}, {465, 197}, {638, 10},
	{661, 10}, {683, 155}, {727, 10}, {1013, 10}, {292, 10}, {293, 10}, {300, 155}, {650, 155}, {729, 155}, {924, 155},
	{925, 155}, {1033, 10}, {236, 22}, {361, 197}, {908, 109}, {33, 290}, {206, 291}, {370, 292}, {372, 293}, {693, 294},
	{822, 295}, {922, 296}, {928, 297}, {964, 298}, {967, 299}, {972, 300}, {973, 301}, {1008, 302}, {1033, 303},
	{1147, 304}, {1153, 305}, {1155, 306}, {1161, 307}, {198, 308}, {345, 309}, {369, 245}, {607, 310}, {690, 311},
	{891, 312}, {1069, 313}, {1211, 313}, {198, 308}, {345, 309}, {369, 245}, {665, 31}, {690, 311}, {891, 312},
	{1057, 313}, {39, 93}, {77, 92}, {309, 4}, {322, 31}, {323, 106}, {324, 125}, {325, 107}, {326, 92}, {330, 92},
	{332, 92}, {387, 157}, {388, 10}, {453, 31}, {455, 106}, {456, 158}, {457, 159}, {458, 160}, {459, 160}, {460, 160},
	{512, 161}, {514, 92}, {515, 162}, {516, 163}, {517, 158}, {518, 10}, {519, 164}, {520, 92}, {521, 165}, {522, 160},
	{523, 166}, {524, 167}, {525, 92}, {526, 92}, {527, 160}, {528, 160}, {530, 168}, {531, 160}, {532, 92}, {533, 31},
	{612, 92}, {631, 92}, {687, 92}, {707, 169}, {754, 92}, {974, 109}, {1017, 170}, {1019, 106}, {1020, 158},
	{1021, 171}, {1022, 159}, {1023, 160}, {1024, 31}, {1025, 92}, {1026, 92}, {1027, 160}, {1028, 31}, {1029, 160},
	{1030, 160}, {1031, 31}, {1040, 135}, {1041, 91}, {1042, 172}, {1043, 92}, {1044, 94}, {1045, 125}, {1046, 4},
	{1047, 92}, {1048, 4}, {1049, 100}, {1050, 92}, {1051, 92}, {1052, 92}, {1054, 92}, {1055, 92}, {1056, 92},
	{1069, 92}, {1126, 173}, {1210, 22}, {954, 22}, {1006, 248}, {1125, 92}, {343, 31}, {720, 10}, {1125, 92}, {39, 93},
	{203, 92}, {210, 92}, {211, 92}, {230, 92}, {309, 4}, {313, 85}, {371, 125}, {387, 157}, {388, 10}, {434, 92},
	{435, 92}, {436, 125}, {437, 92}, {438, 92}, {454, 177}, {512, 91}, {515, 94}, {517, 125}, {518, 10}, {521, 4},
	{522, 92}, {523, 4}, {524, 100}, {525, 92}, {527, 92}, {528, 92}, {530, 168}, {531, 92}, {532, 92}, {543, 92},
	{544, 92}, {687, 92}, {707, 179}, {714, 92}, {899, 92}, {966, 125}, {988, 107}, {989, 92}, {991, 125}, {992, 92},
	{993, 92}, {994, 92}, {995, 92}, {996, 125}, {997, 92}, {998, 4}, {1021, 171}, {1025, 92}, {1040, 135}, {1041, 91},
	{1042, 172}, {1044, 94}, {1045, 125}, {1046, 4}, {1047, 92}, {1048, 4}, {1049, 100}, {1050, 92}, {1051, 92},
	{1052, 92}, {1053, 180}, {1054, 92}, {1074, 315}, {1126, 173}, {1210, 22}, {27, 92}, {84, 92}, {125, 316}, {197, 93},
	{218, 92}, {322, 317}, {327, 318}, {328, 92}, {329, 318}, {331, 178}, {357, 92}, {499, 319}, {667, 320}, {714, 92},
	{715, 92}, {716, 92}, {828, 321}, {829, 322}, {830, 322}, {892, 93}, {896, 93}, {908, 323}, {1074, 324}, {1208, 93},
	{344, 325}, {705, 264}, {292, 22}, {295, 238}, {483, 22}, {627, 22}, {640, 22}, {645, 238}, {816, 22}, {913, 22},
	{1083, 31}, {1162, 22}, {23, 129}, {77, 22}, {92, 130}, {367, 131}, {542, 199}, {906, 200}, {931, 201}, {1006, 248},
	{1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {77, 22}, {294, 202}, {542, 199}, {906, 200}, {1006, 248},
	{1040, 135}, {1074, 203}, {23, 129}, {77, 22}, {92, 130}, {343, 31}, {367, 131}, {542, 199}, {720, 10}, {906, 200},
	{931, 201}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {77, 22}, {294, 202}, {343, 31}, {542, 199}, {720, 10},
	{906, 200}, {1040, 135}, {1074, 203}, {1006, 248}, {1125, 99}, {343, 31}, {720, 10}, {1125, 99}, {1006, 248},
	{1125, 4}, {343, 31}, {720, 10}, {1125, 4}, {1006, 248}, {1125, 125}, {343, 31}, {720, 10}, {1125, 125}, {1006, 248},
	{1125, 22}, {343, 31}, {720, 10}, {1125, 22}, {23, 129}, {77, 22}, {92, 130}, {367, 131}, {542, 199}, {906, 200},
	{931, 201}, {1006, 248}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 218}, {23, 129}, {77, 22}, {92, 130}, {343, 31},
	{367, 131}, {542, 199}, {720, 10}, {906, 200}, {931, 201}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 218},
	{1006, 248}, {1125, 107}, {343, 31}, {720, 10}, {1125, 107}, {1006, 248}, {1125, 110}, {343, 31}, {720, 10},
	{1125, 110}, {23, 129}, {77, 22}, {92, 207}, {367, 131}, {387, 157}, {388, 10}, {1006, 248}, {1036, 134}, {1040, 135},
	{1058, 31}, {1074, 136}, {23, 129}, {77, 22}, {92, 207}, {343, 31}, {367, 131}, {387, 157}, {388, 10}, {720, 10},
	{1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {23, 129}, {77, 22}, {92, 207}, {367, 131}, {374, 332}, {387, 157},
	{388, 10}, {1036, 134}, {1040, 135}, {1058, 31}, {1074, 136}, {390, 249}, {510, 250}, {624, 251}, {1125, 1},
	{302, 22}, {341, 10}, {498, 334}, {660, 10}, {302, 22}, {341, 10}, {498, 335}, {533, 155}, {660, 10}, {694, 336},
	{302, 22}, {341, 10}, {498, 337}, {610, 22}, {628, 22}, {660, 10}, {954, 22}, {46, 10}, {302, 22}, {341, 10},
	{498, 10}, {660, 10}, {741, 10}, {302, 22}, {341, 338}, {353, 10}, {542, 311}, {198, 308}, {345, 309}, {369, 245},
	{665, 31}, {690, 311}, {891, 312}, {1057, 313}, {1074, 339}, {198, 308}, {345, 309}, {369, 245}, {607, 310},
	{690, 311}, {891, 312}, {1069, 313}, {1074, 340}, {1211, 313}, {89, 197}, {228, 197}, {1074, 343}, {89, 197},
	{228, 344}, {1074, 345}, {89, 197}, {228, 344}, {1074, 346}, {89, 197}, {228, 347}, {1074, 348}, {89, 197},
	{228, 347}, {1074, 349}, {89, 197}, {228, 350}, {1074, 351}, {89, 197}, {397, 352}, {1074, 353}, {675, 248},
	{32, 356}, {695, 356}, {348, 357}, {367, 10}, {1036, 134}, {367, 10}, {828, 358}, {1036, 134}, {367, 10}, {691, 359},
	{1036, 134}, {367, 10}, {602, 360}, {1036, 134}, {367, 10}, {466, 360}, {1036, 134}, {367, 10}, {603, 360},
	{1036, 134}, {367, 10}, {467, 360}, {1036, 134}, {367, 10}, {1036, 134}, {1124, 31}, {343, 31}, {720, 10}, {949, 22},
	{954, 22}, {961, 22}, {290, 362}, {369, 245}, {506, 10}, {369, 245}, {506, 10}, {720, 10}, {617, 22}, {954, 22},
	{1078, 265}, {1083, 31}, {367, 10}, {720, 10}, {344, 365}, {720, 10}, {95, 232}, {660, 10}, {915, 233}, {1125, 234},
	{1006, 248}, {1125, 275}, {360, 10}, {1006, 248}, {1006, 248}, {1125, 277}, {1006, 248}, {1125, 279}, {1006, 248},
	{1125, 281}, {1006, 248}, {1125, 283}, {1006, 248}, {1125, 287}, {1125, 374}, {1125, 375}, {1125, 10}, {1125, 197},
	{1125, 376}, {1125, 377}, {90, 378}, {219, 31}, {302, 22}, {374, 379}, {608, 10}, {609, 380}, {932, 381}, {1015, 22},
	{1074, 382}, {90, 378}, {219, 31}, {302, 22}, {374, 379}, {608, 10}, {609, 380}, {932, 383}, {1015, 22}, {1074, 10},
	{90, 378}, {219, 31}, {302, 22}, {374, 379}, {608, 10}, {609, 380}, {932, 384}, {1015, 22}, {1074, 385}, {90, 378},
	{219, 31}, {302, 22}, {374, 379}, {608, 10}, {609, 380}, {963, 386}, {1015, 22}, {90, 378}, {219, 31}, {302, 22},
	{374, 379}, {608, 10}, {609, 380}, {622, 378}, {1015, 22}, {246, 128}, {370, 10}, {372, 22}, {964, 10}, {967, 197},
	{968, 22}, {972, 22}, {973, 22}, {1077, 388}, {395, 22}, {1074, 389}, {367, 10}, {236, 22}, {361, 197}, {660, 391},
	{675, 332}, {32, 392}, {695, 392}, {348, 357}, {602, 360}, {466, 360}, {603, 360}, {467, 360}, {828, 358}, {691, 359},
	{1124, 31}, {206, 10}, {687, 22}, {42, 10}, {367, 10}, {692, 394}, {42, 10}, {367, 10}, {692, 259}, {367, 10},
	{705, 264}, {42, 10}, {367, 10}, {692, 396}, {720, 22},
};

const uint16_t zn_schema_pool[] = {
	0, 1, 2, 3, 4, 5, 6, 7, 28, 340, 670, 8, 712, 670, 376, 377, 378, 9, 10, 393, 380, 11, 12, 13, 14, 15, 16, 17, 18, 19,
	20, 220, 21, 162, 352, 351, 35, 36, 82, 493, 588, 744, 834, 902, 1007, 1016, 1067, 195, 947, 399, 22, 23, 24, 25, 26,
	10, 115, 27, 28, 29, 30, 127, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 154, 43, 44, 35, 45, 24, 222, 714, 46,
	47, 48, 49, 50, 51, 52, 53, 54, 1130, 394, 742, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71,
	72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 67, 82, 83, 84, 85, 86, 85, 87, 212, 88, 89, 90, 91, 92, 87, 93, 94, 95, 96,
	97, 98, 99, 100, 101, 102, 224, 103, 104, 87, 86, 105, 106, 107, 105, 754, 687, 51, 47, 49, 46, 57, 63, 108, 109, 10,
	629, 374, 163, 164, 165, 926, 481, 1131, 162, 192, 503, 951, 952, 352, 86, 88, 87, 177, 180, 182, 181, 188, 593, 594,
	644, 662, 954, 956, 955, 351, 541, 190, 894, 30, 1060, 625, 157, 590, 589, 658, 910, 711, 257, 545, 208, 207, 470,
	930, 311, 355, 489, 905, 206, 605, 45, 304, 670, 223, 480, 747, 759, 1137, 189, 239, 1007, 1132, 26, 229, 657, 668,
	676, 339, 659, 664, 684, 903, 911, 984, 1136, 354, 677, 666, 685, 205, 898, 29, 1212, 1213, 426, 427, 604, 901, 110,
	671, 154, 546, 155, 10, 110, 111, 1070, 178, 896, 947, 22, 643, 896, 91, 112, 10, 35, 36, 82, 493, 588, 744, 834, 902,
	1007, 1016, 1067, 195, 947, 399, 1145, 479, 113, 114, 197, 235, 236, 115, 116, 10, 24, 25, 71, 72, 215, 216, 217, 349,
	350, 401, 491, 621, 663, 708, 960, 1071, 117, 118, 119, 949, 625, 346, 670, 541, 894, 1060, 157, 120, 121, 122, 123,
	124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 48, 236, 319, 610, 619, 620, 628, 642, 758,
	808, 809, 193, 194, 951, 952, 953, 983, 1124, 1126, 1127, 1128, 139, 140, 141, 142, 143, 144, 145, 43, 308, 22, 10,
	31, 262, 146, 1162, 816, 645, 1139, 295, 299, 292, 483, 640, 913, 627, 1110, 1101, 1096, 1105, 1085, 1089, 1084, 1090,
	1094, 1103, 1093, 1169, 1170, 1164, 1165, 1166, 1167, 1168, 1171, 1172, 1173, 1174, 1175, 1163, 817, 646, 647, 648,
	649, 1140, 1141, 1142, 1143, 296, 297, 298, 484, 485, 641, 914, 1117, 1118, 1112, 1113, 1114, 1115, 1116, 1119, 1120,
	1121, 1122, 1123, 1111, 1102, 1097, 1098, 1099, 1100, 1106, 1107, 1108, 1109, 1086, 1087, 1088, 1091, 1092, 1095,
	1104, 111, 118, 119, 113, 114, 115, 116, 117, 120, 121, 122, 123, 124, 112, 97, 104, 105, 99, 100, 101, 102, 103, 106,
	107, 108, 109, 110, 98, 147, 813, 706, 1004, 669, 32, 266, 148, 149, 150, 151, 152, 153, 155, 156, 157, 158, 159, 160,
	161, 35, 162, 163, 10, 164, 165, 10, 166, 167, 10, 168, 169, 10, 170, 171, 10, 172, 173, 10, 174, 175, 10, 176, 177,
	10, 178, 179, 722, 442, 1060, 157, 541, 894, 190, 361, 626, 912, 639, 482, 295, 1139, 645, 1162, 180, 10, 541, 894,
	1060, 157, 670, 541, 894, 1060, 157, 1061, 1062, 158, 159, 181, 182, 1145, 479, 985, 183, 706, 827, 320, 478, 289, 10,
	183, 184, 185, 186, 51, 47, 49, 46, 57, 63, 187, 188, 189, 240, 1072, 336, 505, 1063, 314, 190, 191, 192, 193, 43,
	308, 1147, 1155, 206, 370, 964, 973, 928, 922, 372, 972, 693, 1007, 11, 12, 1, 2, 7, 9, 6, 5, 3, 8, 4, 10, 146, 194,
	195, 10, 144, 813, 706, 1004, 669, 396, 196, 197, 198, 199, 190, 191, 326, 200, 201, 196, 197, 198, 199, 200, 201, 96,
	327, 202, 203, 328, 196, 197, 198, 199, 204, 205, 813, 1145, 479, 88, 329, 206, 207, 1208, 190, 672, 204, 205, 669,
	706, 396, 208, 197, 209, 199, 204, 205, 330, 210, 211, 196, 197, 198, 199, 210, 211, 331, 212, 213, 214, 215, 212,
	213, 216, 187, 217, 593, 333, 820, 344, 290, 218, 219, 220, 221, 222, 542, 907, 218, 219, 220, 221, 222, 223, 224,
	744, 501, 225, 226, 341, 195, 227, 235, 115, 116, 228, 229, 230, 231, 232, 233, 234, 13, 354, 14, 495, 923, 355, 235,
	236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246, 279, 1, 247, 1125, 620, 610, 628, 619, 361, 248, 249, 593, 598,
	356, 755, 810, 753, 1162, 816, 645, 1139, 295, 299, 292, 483, 640, 913, 627, 1110, 1101, 1096, 1105, 1085, 1089, 1084,
	1090, 1094, 1103, 1093, 1169, 1170, 1164, 1165, 1166, 1167, 1168, 1171, 1172, 1173, 1174, 1175, 1163, 817, 646, 647,
	648, 649, 1140, 1141, 1142, 1143, 296, 297, 298, 484, 485, 641, 914, 1117, 1118, 1112, 1113, 1114, 1115, 1116, 1119,
	1120, 1121, 1122, 1123, 1111, 1102, 1097, 1098, 1099, 1100, 1106, 1107, 1108, 1109, 1086, 1087, 1088, 1091, 1092,
	1095, 1104, 250, 363, 364, 37, 38, 48, 236, 319, 610, 619, 620, 628, 642, 758, 808, 809, 193, 194, 951, 952, 953, 983,
	1124, 1126, 1127, 1128, 358, 359, 251, 252, 897, 209, 888, 538, 195, 253, 190, 191, 196, 197, 198, 199, 200, 201, 196,
	197, 198, 199, 327, 328, 202, 203, 196, 197, 198, 199, 204, 205, 204, 205, 208, 197, 209, 199, 669, 706, 396, 813,
	1004, 210, 211, 196, 197, 198, 199, 212, 213, 214, 215, 366, 254, 255, 367, 256, 255, 368, 257, 255, 369, 258, 255,
	370, 259, 255, 371, 260, 255, 372, 261, 255, 373, 262, 255, 1209, 263, 264, 265, 267, 268, 269, 270, 271, 272, 273,
	274, 275, 276, 277, 278, 280, 281, 282, 283, 284, 285, 365, 286, 400, 1076, 500, 985, 428, 287, 1075, 387, 251, 252,
	288, 10, 195, 10, 893, 511, 471, 487, 488, 472, 241, 242, 10, 289, 390, 290, 22, 184, 185, 186, 187, 248, 717, 724,
	725, 919, 920, 921, 1000, 1001, 686, 153, 1002, 1003, 451, 176, 452, 807, 1138, 864, 704, 1073, 1135, 496, 606, 743,
	196, 127, 128, 129, 130, 131, 132, 133, 134, 145, 146, 147, 148, 149, 150, 151, 152, 402, 403, 404, 405, 406, 407,
	408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 419, 420, 421, 422, 423, 424, 425, 443, 444, 445, 446, 447,
	448, 449, 450, 696, 697, 698, 699, 700, 701, 702, 703, 771, 772, 773, 774, 775, 776, 777, 778, 763, 764, 765, 766,
	767, 768, 769, 770, 799, 800, 801, 802, 803, 804, 805, 806, 856, 857, 858, 859, 860, 861, 862, 863, 1184, 1185, 1186,
	1187, 1188, 1189, 1190, 1191, 1176, 1177, 1178, 1179, 1180, 1181, 1182, 1183, 1192, 1193, 1194, 1195, 1196, 1197,
	1198, 1199, 1200, 1201, 1202, 1203, 1204, 1205, 1206, 1207, 249, 250, 251, 252, 253, 254, 255, 256, 258, 259, 260,
	261, 262, 263, 264, 265, 266, 267, 268, 269, 270, 271, 272, 273, 274, 275, 276, 277, 278, 279, 280, 281, 282, 283,
	284, 285, 286, 287, 288, 289, 547, 548, 549, 550, 551, 552, 553, 554, 555, 556, 557, 558, 559, 560, 561, 562, 563,
	564, 565, 566, 567, 568, 569, 570, 571, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586,
	135, 138, 139, 140, 141, 142, 143, 144, 136, 137, 166, 169, 170, 171, 172, 173, 174, 175, 167, 168, 779, 782, 783,
	784, 785, 786, 787, 788, 780, 781, 730, 733, 734, 735, 736, 737, 738, 739, 731, 732, 789, 792, 793, 794, 795, 796,
	797, 798, 790, 791, 836, 839, 840, 841, 842, 843, 844, 845, 837, 838, 846, 849, 850, 851, 852, 853, 854, 855, 847,
	848, 865, 868, 869, 870, 871, 872, 873, 874, 866, 867, 875, 878, 879, 880, 881, 882, 883, 884, 876, 877, 935, 938,
	939, 940, 941, 942, 943, 944, 936, 937, 826, 927, 291, 10, 593, 598, 755, 946, 999, 491, 918, 1033, 1083, 811, 814,
	1014, 93, 706, 744, 74, 1147, 1155, 206, 370, 964, 973, 928, 922, 372, 972, 693, 1007, 292, 293, 294, 295, 296, 297,
	298, 299, 300, 301, 302, 303, 191, 821, 915, 828, 304, 744, 501, 305, 31, 22, 10, 262, 18, 16, 344, 17, 347, 237, 15,
	306, 307, 248, 395, 10, 22, 31, 262, 308, 309, 310, 1007, 922, 1147, 1155, 1153, 1161, 1149, 1157, 599, 536, 600, 537,
	1008, 1009, 822, 823, 1033, 206, 370, 964, 693, 372, 972, 973, 967, 928, 33, 506, 486, 1080, 309, 108, 109, 386, 35,
	36, 493, 461, 588, 726, 834, 902, 922, 985, 1007, 1067, 1133, 909, 199, 301, 333, 334, 335, 507, 508, 509, 651, 652,
	653, 654, 655, 656, 748, 749, 750, 751, 752, 1039, 1064, 1065, 1066, 1144, 1146, 890, 397, 893, 241, 242, 332, 37, 38,
	48, 236, 319, 610, 619, 620, 628, 642, 758, 808, 809, 193, 194, 951, 952, 953, 983, 1124, 1126, 1127, 1128, 141, 142,
	37, 38, 48, 236, 319, 610, 619, 620, 628, 642, 758, 808, 809, 193, 194, 951, 952, 953, 983, 1124, 1126, 1127, 1128,
	358, 359, 900, 831, 306, 728, 243, 679, 534, 540, 375, 535, 678, 290, 607, 290, 364, 934, 538, 888, 934, 1129, 473,
	360, 1080, 1126, 660, 917, 945, 441, 954, 1074, 1007, 607, 364, 934, 949, 961, 1125, 428, 962, 74, 222, 660, 915, 398,
	761, 1074, 366, 1074, 23, 42, 92, 367, 42, 179, 361, 720, 374, 379, 381, 494, 506, 504, 597, 690, 392, 601, 811, 690,
	887, 42, 367, 1036, 904, 42, 464, 948, 740, 1125, 37, 38, 358, 359, 888, 213, 1125, 213, 360, 501, 954, 245, 303, 465,
	1013, 292, 293, 300, 650, 729, 924, 925, 1033, 908, 1006, 1125, 720, 1125, 1006, 720, 498, 498, 694, 542, 228, 1074,
	397, 1074, 675, 695, 348, 367, 367, 828, 367, 691, 367, 602, 367, 466, 367, 603, 367, 467, 367, 1124, 961, 290, 506,
	506, 720, 360, 1006, 932, 1074, 963, 622, 1077, 348, 602, 466, 603, 467, 691, 1124, 206, 687, 42, 692,
};
