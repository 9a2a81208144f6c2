import { Answered } from "../../parts/Answered.tsx";
import { Listing } from "../../parts/Listing.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { SourceLine } from "../../parts/SourceLine.tsx";
import { useWords } from "../../words/use-words.ts";
import { sourcesOf } from "./happenings.ts";
import { useRecorded } from "./recorded.ts";

/** Where its records were read. */
export function SourcesPanel({ id }: { id: string }) {
	const t = useWords();
	const { services, recorded } = useRecorded(id);
	const items = sourcesOf(recorded).map(({ source, records }) => ({
		id: source.id,
		main: <SourceLine source={source} />,
		about: t("manufacturer.sources.records", { count: records }),
	}));
	return (
		<Panel anchor="sources" title={t("manufacturer.sources")}>
			<Answered name={t("manufacturer.sources")} query={services} height={60}>
				{({ sme }) => sme && <Listing items={items} empty={t("manufacturer.sources.none")} />}
			</Answered>
		</Panel>
	);
}
