/** What the console's page may load and do: its own files and the hub's API, nothing else. */
export const CONSOLE_HEADERS: Record<string, string> = {
	"content-security-policy": [
		"default-src 'self'",
		"script-src 'self'",
		"style-src 'self'",
		// Charts become pictures by way of blobs.
		"img-src 'self' blob:",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	].join("; "),
	"referrer-policy": "no-referrer",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
	"permissions-policy": "camera=(), geolocation=(), microphone=()",
};
