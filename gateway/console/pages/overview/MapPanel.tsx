import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { CenterPlacesDocument, InstitutePlacesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { WhenShown } from "../../parts/WhenShown.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./MapPanel.module.css";
import { PlacesList } from "./PlacesList.tsx";
import { abroad, byState, linksOf } from "./places.ts";

const UsMap = lazy(() => import("./UsMap.tsx"));

/** Where centers and institutes are, on a map and as a list that says the same. */
export function MapPanel() {
	const t = useWords();
	const institutesQuery = useQuery(ask(InstitutePlacesDocument, {}));
	const centersQuery = useQuery(ask(CenterPlacesDocument, {}));
	const [chosen, choose] = useState<string>();
	const institutes = institutesQuery.data?.data.institutes.nodes ?? [];
	const centers = centersQuery.data?.data.mepCenters.nodes ?? [];
	const embeddings = centersQuery.data?.data.embeddings.nodes ?? [];
	const places = byState(institutes, centers);
	const shape = <div className={look.shape} />;
	return (
		<Panel title={t("overview.map")} intro={t("overview.map.intro")}>
			{institutesQuery.isError && (
				<Answered name={t("overview.map.institutes")} query={institutesQuery} height={0}>
					{() => null}
				</Answered>
			)}
			{centersQuery.isError && (
				<Answered name={t("overview.map.centers")} query={centersQuery} height={0}>
					{() => null}
				</Answered>
			)}
			<div className={look.both}>
				<WhenShown shape={shape}>
					<Suspense fallback={shape}>
						<UsMap
							places={places}
							links={linksOf(institutes, centers, embeddings)}
							chosen={chosen}
							onChoose={choose}
						/>
					</Suspense>
				</WhenShown>
				<PlacesList
					places={places}
					abroad={abroad(institutes)}
					embeddings={embeddings}
					institutes={institutes}
					chosen={chosen}
					onChoose={choose}
				/>
			</div>
		</Panel>
	);
}
