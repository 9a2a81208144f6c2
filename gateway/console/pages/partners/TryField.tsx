import { useQuery } from "@tanstack/react-query";
import { fetchText } from "../../graphql/fetch-text.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./AddedPanel.module.css";

/** A query for a partner's field, and what the hub answers it now: the partner may be slow or gone. */
export function TryField({ query }: { query: string }) {
	const t = useWords();
	const asked = useQuery({
		queryKey: ["try", query],
		queryFn: ({ signal }) => fetchText(query, signal),
		enabled: false,
		retry: false,
	});
	const { data, error, isFetching } = asked;
	return (
		<div className={look.example}>
			<code>{query}</code>{" "}
			<button
				type="button"
				className="action screen-only"
				disabled={isFetching}
				aria-label={t("partners.try.query", { query })}
				onClick={() => void asked.refetch()}
			>
				{t("partners.try")}
			</button>
			<div role="status">
				{isFetching && t("partners.try.asking")}
				{error && !isFetching && t("partners.try.nothing")}
				{data && !isFetching && (
					<>
						<p>
							{data.faults.length === 0
								? t("partners.try.answered", { ms: data.ms })
								: t("partners.try.fault", { ms: data.ms, message: data.faults[0]?.message })}
						</p>
						<pre>{JSON.stringify(data.data, null, 1)}</pre>
					</>
				)}
			</div>
		</div>
	);
}
