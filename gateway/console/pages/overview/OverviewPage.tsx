import { Headlines } from "./Headlines.tsx";
import { HEADLINES } from "./headlines.ts";
import { Latest } from "./Latest.tsx";
import { MapPanel } from "./MapPanel.tsx";
import { Sentence } from "./Sentence.tsx";
import { ToTrace } from "./ToTrace.tsx";

/** How many, where, lately: what there is, and where each figure comes from. */
export function OverviewPage() {
	return (
		<>
			<Sentence />
			<ToTrace />
			{HEADLINES.map((headlines) => (
				<Headlines key={headlines.network} {...headlines} />
			))}
			<MapPanel />
			<Latest />
		</>
	);
}
