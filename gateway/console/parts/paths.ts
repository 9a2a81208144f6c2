/** The addresses of the pages; `$name` stands for any one part. The hub answers all others with 404. */
export const PATHS = {
	overview: "/",
	trace: "/trace",
	figures: "/figures",
	doubts: "/figures/doubts",
	evaluation: "/figures/evaluation",
	partners: "/partners",
	partner: "/partners/$id",
	publishLog: "/publish-log",
} as const;
