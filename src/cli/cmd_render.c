/* zhinu render: one chart to one or several files. */
#include "cli/cli.h"

static int run(int argc, char **argv)
{
	return zn_work_main(&zn_command_render, argc, argv, false);
}

const ZnCommand zn_command_render = {"render", "SPEC|- -o OUT [-o OUT2 ...] [options]", "renders a Vega-Lite chart",
                                     "  -o FILE          output: .png .pdf .svg .scene.json; - is standard output (PNG); may be repeated\n"
                                     "  --lang LANG      zh, ru or en: the language of the output\n"
                                     "  --theme THEME    paper, slide, screen, or a JSON file with a Vega-Lite config\n"
                                     "  --scale N        device pixels per px\n"
                                     "  --ppi N          resolution written into a PNG\n"
                                     "  --size WxH       exact size of the picture in device pixels\n"
                                     "  --transparent    no background\n"
                                     "  --background C   this CSS colour as background, or none\n"
                                     "  --trim           cut to what is drawn; with --size the rest fills the size\n"
                                     "  --svg-text HOW   text of an SVG: text (default) or outlines, which need no fonts\n"
                                     "  --pdf-standard S ua-1,a-2a (default), ua-1, a-2a, a-3a or none\n"
                                     "  --attach-data    PDFs bring the data of their charts along, as CSV (PDF/A-3a then)\n"
                                     "  --base DIR       data urls are relative to it; nothing outside is read\n"
                                     "  --locale FILE    catalogue (.po) for titles and labels; default: the project's\n"
                                     "  --data NAME=FILE data that the spec names; may be repeated\n"
                                     "  --strict         warnings are errors\n",
                                     run};
