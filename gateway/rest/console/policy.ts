/** The one style that react-aria-components 1.22 writes into a page: what is under a dialog does not scroll with it. */
const REACT_ARIA_STYLE = "sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=";

/** What the console's page may load and do: its own files and the hub's API, nothing else. */
export const CONSOLE_HEADERS: Record<string, string> = {
	"content-security-policy": [
		"default-src 'self'",
		"script-src 'self'",
		`style-src 'self' '${REACT_ARIA_STYLE}'`,
		// Charts become pictures by way of blobs.
		"img-src 'self' blob:",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		// app/trusted-types.ts says what it allows.
		"trusted-types default",
	].join("; "),
	"referrer-policy": "no-referrer",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
	"permissions-policy": "camera=(), geolocation=(), microphone=()",
};
