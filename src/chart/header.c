/* Headers, footers and titles of facets: groups at the edge of a grid that carry a title. */
#include "chart/guide_props.h"

static const ZnRole roles[] = {
    [ZN_GROUP_ROW_HEADER] = ZN_ROLE_ROW_HEADER,       [ZN_GROUP_ROW_FOOTER] = ZN_ROLE_ROW_FOOTER,
    [ZN_GROUP_ROW_TITLE] = ZN_ROLE_ROW_TITLE,         [ZN_GROUP_COLUMN_HEADER] = ZN_ROLE_COLUMN_HEADER,
    [ZN_GROUP_COLUMN_FOOTER] = ZN_ROLE_COLUMN_FOOTER, [ZN_GROUP_COLUMN_TITLE] = ZN_ROLE_COLUMN_TITLE,
};

ZnGroup *zn_header_new(ZnGuideEnv *env, ZnGroupKind kind, ZnValue title_props, double width, double height)
{
	g_assert(kind >= ZN_GROUP_ROW_HEADER && kind <= ZN_GROUP_COLUMN_TITLE);
	ZnGroup *group = zn_group_new(env->context->arena, kind);
	group->width = width;
	group->height = height;
	if (!zn_is_nullish(title_props)) {
		group->title = zn_guide_title(env, title_props, roles[kind], 0);
		group->title->parent = group;
	}
	return group;
}
