/* zhinu report: one Markdown report. */
#include "cli/cli.h"

static int run(int argc, char **argv)
{
	return zn_work_main(&zn_command_report, argc, argv, true);
}

const ZnCommand zn_command_report = {
    "report", "FILE.md -o OUT.pdf [options]", "sets a Markdown report",
    "  -o FILE          output: .pdf, or .png and .svg, a file a page; may be repeated\n"
    "  --lang LANG      zh, ru or en; default: the front matter's\n"
    "  --theme THEME    of the charts; default: the front matter's, else paper\n"
    "  --style STYLE    of the pages: report, journal, slides, or a JSON file; default: the front matter's, else report\n"
    "  --scale N        device pixels per px of PNG pages\n"
    "  --svg-text HOW   text of SVG pages: text (default) or outlines, which need no fonts\n"
    "  --pdf-standard S ua-1,a-2a (default), ua-1, a-2a, a-3a or none\n"
    "  --attach-data    PDFs bring the data of their charts along, as CSV (PDF/A-3a then)\n"
    "  --base DIR       figures and tables are looked for there\n"
    "  --locale FILE    catalogue (.po) for the charts; default: the project's\n"
    "  --strict         warnings are errors\n",
    run};
