/** What each page of a sandbox says at its top; HTML. */
export const SANDBOX_NOTICE =
	'<p id="sandbox"><strong>Sandbox.</strong> Manufacturers, engagements, outcomes and statistics here are made up. Institutes, MEP centers and what documents say about them are real.</p>';

/** How it looks; CSS for the pages' own styles. */
export const NOTICE_STYLE =
	"#sandbox { background: #fdf1df; color: #8a4b00; margin: 0; padding: .25rem 1rem; }";
