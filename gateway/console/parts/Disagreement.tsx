import { useQuery } from "@tanstack/react-query";
import {
	type FigureFieldsFragment,
	FigureOfCenterDocument,
	type FigureOfCenterQuery,
	FigureOfInstituteDocument,
	type FigureOfInstituteQuery,
	FigureOfNetworkDocument,
	type TypedDocumentString,
} from "../graphql/graphql.ts";
import { ask } from "../graphql/query.ts";
import { useWords } from "../words/use-words.ts";
import { figureText } from "./Figure.tsx";
import { sameFigure, strip } from "./figure-group.ts";
import look from "./SourceCard.module.css";
import { SourceLine } from "./SourceLine.tsx";

type Answer = FigureOfInstituteQuery | FigureOfCenterQuery;

/** What to ask, by the type of the figure's subject. */
const DOCUMENTS: Record<string, TypedDocumentString<Answer, { id: string; property: string }>> = {
	Institute: FigureOfInstituteDocument,
	MepCenter: FigureOfCenterDocument,
	Network: FigureOfNetworkDocument,
};

function observationsOf(answer: Answer): FigureFieldsFragment[] {
	if ("observations" in answer) return answer.observations.nodes;
	return answer.mepCenter?.observations ?? [];
}

/** What the sources of one figure say, as a strip of marks with the accepted one filled, and in words. */
export function Disagreement({ figure }: { figure: FigureFieldsFragment }) {
	const t = useWords();
	const { subjectId: id, property, subjectType } = figure;
	const document = DOCUMENTS[subjectType] ?? FigureOfInstituteDocument;
	const { data } = useQuery(ask(document, { id, property }));
	const told = sameFigure(figure, data ? observationsOf(data.data) : []);
	if (told.length < 2) return null;
	const valued = told.filter(({ value }) => value !== null && value !== undefined);
	const places = strip(valued.map(({ value }) => value as number));
	return (
		<div>
			<h3>{t("source.disagree", { count: told.length })}</h3>
			{valued.length > 1 && (
				<svg className={look.strip} viewBox="0 0 300 24" aria-hidden="true">
					<line x1="6" x2="294" y1="12" y2="12" />
					{valued.map((one, index) => (
						<circle
							key={one.id}
							className={one.accepted ? look.accepted : undefined}
							cx={6 + (places[index] ?? 0) * 288}
							cy="12"
							r="6"
						/>
					))}
				</svg>
			)}
			<ul className={look.told}>
				{told.map((one) => (
					<li key={one.id}>
						<strong>{figureText(t, one)}</strong> {one.accepted && `(${t("source.accepted")}) `}
						<span className="quiet">
							<SourceLine source={one.source} />
							{one.reason && one.id !== figure.id && `. ${one.reason}`}
						</span>
					</li>
				))}
			</ul>
		</div>
	);
}
