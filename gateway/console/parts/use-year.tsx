import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import {
	ServedYearsDocument,
	type TraceWhere,
	type TypedDocumentString,
} from "../graphql/graphql.ts";
import { ask } from "../graphql/query.ts";
import { shownYear, yearOf, yearsUntil } from "./known-years.ts";
import type { AddressView } from "./use-address.ts";
import { YearChoice } from "./YearChoice.tsx";

/** A panel of one year. */
export type YearProps<Data, Variables extends object, Row> = {
	/** Name of the file to save. */
	file: string;
	asked: { document: TypedDocumentString<Data, Variables>; variables: Variables };
	/** What the answer says. */
	rowsOf: (data: Data) => readonly Row[];
	/** Chooses the year. */
	choice: ReactNode;
};

/** The year that the address says, or else the latest of which services are on record; undefined until that is known. */
export function useYear(address: AddressView, where: TraceWhere, known: readonly number[] = []) {
	const { data, isPending } = useQuery(ask(ServedYearsDocument, { where }));
	const last = yearOf(new Date());
	const fiscal = data?.data.traceTotals.map(({ fiscalYear }) => fiscalYear) ?? [];
	const calendar = data?.data.calendar.map(({ calendarYear }) => calendarYear) ?? [];
	const isWaiting = isPending && !address.says.year && !address.says.calendar;
	const year = isWaiting
		? undefined
		: shownYear(address.says, { fiscal: [...known, ...fiscal], calendar }, last);
	/** A choice of the year, which the address says. */
	const choiceOf = (name: string) =>
		year === undefined ? null : (
			<YearChoice
				of={name}
				year={year}
				years={yearsUntil(last)}
				onChoose={({ kind, year: chosen }) =>
					address.say({
						year: kind === "fiscal" ? String(chosen) : undefined,
						calendar: kind === "calendar" ? String(chosen) : undefined,
					})
				}
			/>
		);
	/** The year as the API takes it. */
	const variables =
		year?.kind === "calendar" ? { calendarYear: year.year } : { fiscalYear: year?.year };
	return { year, variables, choiceOf };
}
