/* The transforms, one a file. */
#pragma once

#include "transform/transform.h"

extern const ZnTransform zn_transform_aggregate, zn_transform_bin, zn_transform_calculate, zn_transform_density, zn_transform_extent,
    zn_transform_filter, zn_transform_flatten, zn_transform_fold, zn_transform_impute, zn_transform_joinaggregate, zn_transform_loess,
    zn_transform_lookup, zn_transform_pivot, zn_transform_quantile, zn_transform_regression, zn_transform_sample, zn_transform_stack,
    zn_transform_timeunit, zn_transform_window;
