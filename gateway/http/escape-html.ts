const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for use in HTML and in attributes with double quotes. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
}
