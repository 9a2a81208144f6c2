import { useQueryClient } from "@tanstack/react-query";
import { hashOf } from "../../graphql/fetch-document.ts";
import {
	PreviewedOutcomeDocument,
	ReportableServicesDocument,
	ReportedOutcomesDocument,
} from "../../graphql/graphql.ts";

/** Asks again for what a change of an outcome has changed. */
export function useAskAgain(): () => void {
	const client = useQueryClient();
	const documents = [
		PreviewedOutcomeDocument,
		ReportableServicesDocument,
		ReportedOutcomesDocument,
	];
	return () => {
		for (const document of documents)
			void client.invalidateQueries({ queryKey: [hashOf(document)] });
	};
}
