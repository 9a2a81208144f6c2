/** The addresses of the pages; `$name` stands for any one part. The hub answers all others with 404. */
export const PATHS = {
	sandbox: "/sandbox",
	overview: "/",
	trace: "/trace",
	statistics: "/statistics",
	institutes: "/institutes",
	institute: "/institutes/$id",
	centers: "/centers",
	center: "/centers/$id",
	network: "/networks/$id",
	manufacturers: "/manufacturers",
	manufacturer: "/manufacturers/$id",
	engagement: "/engagements/$id",
	facility: "/facilities/$id",
	course: "/courses/$id",
	technology: "/technologies/$id",
} as const;
