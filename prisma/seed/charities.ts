/**
 * Sixty fictional organisations on real places, of every size and in every region. Names, numbers and people are made
 * up: charity numbers begin 99 and company numbers 990, which no register has given.
 */
export type Charity = {
  name: string;
  home: string;
  type: string;
  size: "micro" | "small" | "medium" | "large";
  incomePounds: number;
  staff: number;
  ledByLivedExperience: boolean;
  categories: string[];
};

/** One row a charity: name | home | type | size | income in pounds | staff | L when led by lived experience | categories. */
const rows = `
Harbour Steps Trust|police-kent|cio|small|412000|9.5|L|accommodation social-inclusion
Medway Lantern|pdu-west-kent|charitable-company|medium|2850000|52|-|accommodation education-training-employment finance-benefit-debt
Orchard Gate Women's Project|police-kent|cio|small|365000|8|L|women family-and-significant-others
Downland Fresh Start|police-sussex|charitable-company|medium|1480000|31|-|dependency-and-recovery emotional-wellbeing
Shingle and Sail|pdu-east-sussex|cic-guarantee|micro|96000|3.2|L|lifestyle-and-associates
Surrey Waymarkers|police-surrey|charity-unincorporated|micro|74000|2.5|-|social-inclusion
Tidewater Housing Friends|pdu-east-kent|community-benefit-society|medium|3920000|61|-|accommodation
Thirteen Bridges|region-london|charitable-company|large|21500000|340|-|accommodation education-training-employment emotional-wellbeing
Lea Valley Makers|pdu-hackney-and-city|cic-guarantee|small|318000|7|L|education-training-employment young-adults
Southbank Second Chapter|pdu-southwark|cio|small|505000|12|L|lifestyle-and-associates service-user-involvement
Beacon Sisters London|region-london|charitable-company|medium|2240000|44|-|women
Roots and Rafters|pdu-brent|cio|small|288000|6.5|L|black-and-minority-ethnic social-inclusion
Thameside Money Matters|pdu-greenwich-and-bexley|charitable-company|small|610000|14|-|finance-benefit-debt
Kestrel Young Lives|region-london|charitable-company|medium|1725000|36|-|young-adults cognitive-and-behavioural-change
Fenland Footings|police-cambridgeshire|cio|small|274000|6|-|accommodation finance-benefit-debt
Saltmarsh Recovery|police-norfolk|charitable-company|medium|1960000|41|-|dependency-and-recovery
Suffolk Threshold|police-suffolk|cio|micro|88000|2.8|L|social-inclusion
Blackwater Skills Yard|pdu-essex-south|cic-guarantee|small|342000|8.4|-|education-training-employment
Lea and Colne Families|police-hertfordshire|charitable-company|small|455000|10|-|family-and-significant-others
Nene Restorative|police-northamptonshire|cio|micro|132000|3.6|-|restorative-justice
Chiltern Turning Point Friends|police-bedfordshire|charity-unincorporated|micro|61000|2|L|lifestyle-and-associates
Severn Handrail|police-gloucestershire|cio|small|398000|9|-|emotional-wellbeing social-inclusion
Avon Keystone|pdu-bristol-and-south-gloucestershire|charitable-company|medium|3310000|58|-|accommodation dependency-and-recovery
Moorland Bridges|police-devon-and-cornwall|cio|small|447000|10.2|L|social-inclusion family-and-significant-others
Tamar Workshop|pdu-plymouth|cic-guarantee|small|265000|6.2|-|education-training-employment
Jurassic Steps|police-dorset|charity-unincorporated|micro|93000|2.9|-|emotional-wellbeing
Wessex Women Forward|police-wiltshire|cio|small|377000|8.8|L|women
Solent Anchor|police-hampshire|charitable-company|medium|2675000|49|-|accommodation education-training-employment
Isle Lantern|pdu-portsmouth-and-isle-of-wight|cio|micro|109000|3.3|L|dependency-and-recovery
Ridgeway Pathmakers|police-thames-valley|charitable-company|medium|1890000|38|-|lifestyle-and-associates young-adults
Isis Debt and Benefits|pdu-oxfordshire|cio|small|331000|7.5|-|finance-benefit-debt
Chalk Hill Peers|pdu-west-berkshire|cic-guarantee|micro|118000|3|L|service-user-involvement
Black Country Doorstep|pdu-dudley-and-sandwell|community-benefit-society|medium|2980000|55|-|accommodation
Canalside Futures|pdu-birmingham-central-and-south|charitable-company|large|12400000|205|-|education-training-employment emotional-wellbeing cognitive-and-behavioural-change
Aston Kinship|pdu-birmingham-north-east-and-solihull|cio|small|356000|8.1|L|black-and-minority-ethnic family-and-significant-others
Arden Fresh Page|police-warwickshire|cio|small|241000|5.8|-|finance-benefit-debt
Marches Mentors|police-west-mercia|charitable-company|small|489000|11|-|social-inclusion lifestyle-and-associates
Potteries Recovery Works|police-staffordshire|cio|small|523000|12.4|L|dependency-and-recovery
Trent Bankside|police-nottinghamshire|charitable-company|medium|2110000|42|-|accommodation women
Peak Stepping Stones|police-derbyshire|cio|small|294000|6.6|-|emotional-wellbeing
Lincoln Edge Enterprise|police-lincolnshire|cic-guarantee|small|307000|7.1|-|education-training-employment
Soar Valley Circles|police-leicestershire|charity-unincorporated|micro|99000|3|L|restorative-justice
Pennine Kettle|police-west-yorkshire|cio|small|418000|9.6|L|dependency-and-recovery lifestyle-and-associates
Aire Valley Housing Start|pdu-leeds|charitable-company|medium|3540000|63|-|accommodation
Ridings Women's House|pdu-bradford-and-calderdale|cio|medium|1340000|29|-|women family-and-significant-others
Don and Dearne Skills|police-south-yorkshire|cic-guarantee|small|389000|9.1|-|education-training-employment
Humber Lifeline Friends|police-humberside|charitable-company|small|562000|13|-|emotional-wellbeing dependency-and-recovery
Vale of York Money Café|pdu-york|cio|micro|115000|3.1|-|finance-benefit-debt
Tyne Roundabout|police-northumbria|charitable-company|medium|2450000|47|-|accommodation education-training-employment
Wear and Derwent Hope|police-durham|cio|small|333000|7.8|L|social-inclusion
Tees Forge|police-cleveland|cic-guarantee|small|402000|9.3|L|education-training-employment lifestyle-and-associates
Lakes and Coast Resettlement|police-cumbria|cio|small|286000|6.3|-|accommodation social-inclusion
Mersey Lanterns|police-merseyside|charitable-company|medium|2730000|51|-|dependency-and-recovery emotional-wellbeing
Ribble Families First|police-lancashire|cio|small|431000|9.9|-|family-and-significant-others
Weaver Valley Works|police-cheshire|charitable-company|small|512000|11.5|-|education-training-employment
Irwell Women's Centre Project|police-greater-manchester|cio|medium|1610000|33|L|women
Cottonopolis Next Step|pdu-manchester-north|charitable-company|large|10900000|180|-|accommodation finance-benefit-debt young-adults
Taff Newydd|police-south-wales|charitable-company|medium|1980000|40|-|accommodation social-inclusion
Llusern Gwent|police-gwent|cio|small|351000|8.2|L|dependency-and-recovery
Eryri Camau|police-north-wales|cio|small|267000|6|-|emotional-wellbeing education-training-employment
Teifi Restore|police-dyfed-powys|charity-unincorporated|micro|84000|2.6|-|restorative-justice social-inclusion
`;

export const charities: Charity[] = rows
  .trim()
  .split("\n")
  .map((row) => {
    const [name = "", home = "", type = "", size, income, staff, led, categories = ""] = row.split("|");
    return {
      name,
      home,
      type,
      size: size === "micro" || size === "small" || size === "medium" ? size : "large",
      incomePounds: Number(income),
      staff: Number(staff),
      ledByLivedExperience: led === "L",
      categories: categories.split(" "),
    };
  });
