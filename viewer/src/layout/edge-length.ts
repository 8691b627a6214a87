/** How long an edge is on average where the layout lays it; a unit is a pixel at the first zoom of a small graph. */
export const EDGE_LENGTH = 92;
