/** The addresses of the pages; `$name` stands for any one part. The hub answers all others with 404. */
export const PATHS = {
	sandbox: "/sandbox",
	overview: "/",
	trace: "/trace",
	statistics: "/statistics",
} as const;
