import { getRouteApi } from "@tanstack/react-router";
import type { IndicatorGroup } from "../../graphql/graphql.ts";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { readYear, writeYear } from "./evaluation-address.ts";
import { Head } from "./Head.tsx";
import { IndicatorsPanel } from "./IndicatorsPanel.tsx";
import { KeyFiguresPanel } from "./KeyFiguresPanel.tsx";
import { RulesPanel } from "./RulesPanel.tsx";
import { YearBar } from "./YearBar.tsx";

const route = getRouteApi("/figures/evaluation");

const CHINA: IndicatorGroup[] = ["CHINA_DIMENSION", "CHINA_QUANTIFIABLE"];
const UNITED_STATES: IndicatorGroup[] = ["SHORT_TERM", "MID_TERM", "LONG_TERM"];

/** What China measures, what the United States measure, and what the hub computes, of each network side by side. */
export function EvaluationPage() {
	const { year, notUnderstood } = readYear(route.useSearch());
	const navigate = route.useNavigate();
	const go = (next: typeof year) => void navigate({ search: writeYear(next), resetScroll: false });
	return (
		<>
			<NotUnderstood notUnderstood={notUnderstood} tidy={() => go(year)} />
			<Head title="figures.evaluation.title" intro="figures.evaluation.intro" />
			<YearBar year={year} onChange={go} />
			<IndicatorsPanel
				title="figures.evaluation.us"
				intro="figures.evaluation.us.intro"
				groups={UNITED_STATES}
				year={year}
			/>
			<IndicatorsPanel
				title="figures.evaluation.china"
				intro="figures.evaluation.china.intro"
				groups={CHINA}
				year={year}
			/>
			<KeyFiguresPanel year={year} />
			<RulesPanel />
		</>
	);
}
