import type { SourceFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";

/** A document, the place in it, and its address. */
export function SourceLine({ source }: { source: SourceFieldsFragment }) {
	const t = useWords();
	const { document, section, line, url, readOn } = source;
	return (
		<>
			{url ? (
				<a href={url} rel="noreferrer noopener" target="_blank">
					{document}
				</a>
			) : (
				document
			)}
			{section && `, ${section}`}
			{line !== null && line !== undefined && `, ${t("source.line", { line: String(line) })}`}
			{readOn && ` (${t("source.read", { date: t.date(readOn) })})`}
		</>
	);
}
