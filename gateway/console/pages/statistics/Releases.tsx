import { Link } from "@tanstack/react-router";
import { Panel } from "../../parts/Panel.tsx";
import { quartersText } from "../../parts/quarters.ts";
import { Synthetic } from "../../parts/Status.tsx";
import { BASE_PATH } from "../../session/address.ts";
import { useWords } from "../../words/use-words.ts";
import { type Address, writeAddress } from "./address.ts";
import type { Place, Release } from "./place.ts";
import look from "./Releases.module.css";

type Props = { releases: readonly Release[]; place: Place; address: Address };

/** All releases, newest first. */
export function Releases({ releases, place, address }: Props) {
	const t = useWords();
	const searchOf = (release: Release) =>
		writeAddress({
			...address,
			release: release === releases[0] ? undefined : String(release.number),
		});
	return (
		<Panel title={t("statistics.all-releases")} intro={t("statistics.all-releases.intro")}>
			<ol className={look.list}>
				{releases.map((release) => {
					const { id, number, publishedAt, basis, periods, synthetic } = release;
					return (
						<li key={id} aria-current={release === place.release || undefined}>
							<Link to="/statistics" search={searchOf(release)} resetScroll={false}>
								{t("statistics.release", { number })}
							</Link>
							<span className="quiet">{t.date(publishedAt)}</span>
							<span>
								{basis === "PUBLISHED_CASES"
									? t("statistics.covers.cases")
									: quartersText(t, periods)}{" "}
								{synthetic && <Synthetic />}
							</span>
							<a href={`${BASE_PATH}statistics/${number}/`}>
								{t("statistics.its-files", { number })}
							</a>
						</li>
					);
				})}
			</ol>
		</Panel>
	);
}
