/**
 * Every question that an applicant types an answer to, by page, for reading and printing beforehand. A test holds each
 * of them to the label that the form shows.
 */
export const questionsByPage: { page: string; minutes: number; questions: string[] }[] = [
  {
    page: "About your organisation",
    minutes: 10,
    questions: [
      "Income in a year",
      "Year that it is for",
      "Paid staff",
      "Are you a voluntary, community or social enterprise?",
      "Do people with lived experience lead you?",
      "What does your organisation do?",
      "Where do the people you work for live?",
      "How have the people you serve helped to shape what you do?",
      "Website",
      "Email address for buyers",
    ],
  },
  {
    page: "Each service",
    minutes: 15,
    questions: [
      "What is it for?",
      "Name of the service",
      "One or two sentences about it",
      "What happens?",
      "What do people get from it?",
      "Does it help with other needs too?",
      "Is it made for one of these groups?",
      "Who can use it?",
      "Is there anyone you cannot work with?",
      "Where do you meet people?",
      "How is it done?",
      "Who does the work?",
      "In which languages?",
      "What do you offer so that people can come?",
    ],
  },
  {
    page: "Prices and space of each service",
    minutes: 5,
    questions: ["One unit is", "Price before VAT", "VAT", "Level of need", "Open places", "Waiting time"],
  },
];
