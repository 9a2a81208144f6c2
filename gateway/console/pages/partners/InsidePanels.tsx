import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import { DisclosuresPanel } from "./DisclosuresPanel.tsx";
import { StandingPanel } from "./StandingPanel.tsx";
import { UsagePanel } from "./UsagePanel.tsx";

/** What only the partner itself and the hub's staff see: standing, usage, disclosures; others are told so. */
export function InsidePanels({
	partnerId,
	isPermitted,
}: {
	partnerId: string;
	isPermitted: boolean;
}) {
	const t = useWords();
	if (!isPermitted)
		return (
			<Panel title={t("partners.inside.title")}>
				<p>{t("partners.inside.what")}</p>
			</Panel>
		);
	return (
		<>
			<StandingPanel partnerId={partnerId} />
			<UsagePanel partnerId={partnerId} />
			<DisclosuresPanel partnerId={partnerId} />
		</>
	);
}
