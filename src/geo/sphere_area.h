/* The signed area of rings on the sphere, which bounds need too. Private to geo/. */
#pragma once

#include "geo/sphere.h"

typedef struct ZnSphereArea {
	ZnAdder ring; /* half the area of the polygon's rings so far; < 0: they run round the outside */
	bool any;
	double first[2], lambda, cos_phi, sin_phi;
} ZnSphereArea;

/* Degrees. */
void zn_sphere_ring_start(ZnSphereArea *area);
void zn_sphere_ring_point(ZnSphereArea *area, double longitude, double latitude);
void zn_sphere_ring_end(ZnSphereArea *area);
