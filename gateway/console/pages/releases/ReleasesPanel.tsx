import { useInfiniteQuery } from "@tanstack/react-query";
import { PublishedReleasesDocument } from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";
import { Listing } from "../../parts/Listing.tsx";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { quartersText } from "../../parts/quarters.ts";
import { Synthetic } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import { ReleaseLinks } from "./PublishedNote.tsx";

/** The published releases, newest first, each with its files and methods. */
export function ReleasesPanel() {
	const t = useWords();
	const query = useInfiniteQuery({
		...askPages(PublishedReleasesDocument, {}, ({ releases }) => releases.pageInfo),
		staleTime: 0,
	});
	return (
		<Panel title={t("releases.list")} intro={t("releases.list.intro")}>
			<PagedRows
				name={t("releases.list")}
				query={query}
				pageOf={({ releases }) => releases}
				height={240}
			>
				{(releases) => (
					<Listing
						empty={t("releases.list.none")}
						items={releases.map(({ id, number, publishedAt, basis, periods, synthetic, note }) => ({
							id,
							main: (
								<>
									<strong>{t("statistics.release", { number })}</strong> · {t.date(publishedAt)} ·{" "}
									{basis === "PUBLISHED_CASES"
										? t("statistics.covers.cases")
										: quartersText(t, periods)}{" "}
									{synthetic && <Synthetic />}
								</>
							),
							about: (
								<>
									{note && <p>{note}</p>}
									<ReleaseLinks number={number} />
								</>
							),
						}))}
					/>
				)}
			</PagedRows>
		</Panel>
	);
}
