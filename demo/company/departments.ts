/** A part of the company; its people have their titles from here. */
export interface Department {
  readonly number: string;
  readonly name: string;
  readonly head: string;
  readonly lead: string;
  readonly titles: readonly string[];
  /** How many of a hundred people are in it. */
  readonly share: number;
}

export const departments: readonly Department[] = [
  {
    number: '1100',
    name: 'Design',
    head: 'Head of Design',
    lead: 'Lead Designer',
    share: 9,
    titles: ['Product Designer', 'Industrial Designer', 'Prototype Maker', 'Colour & Material Designer', 'Fotograf'],
  },
  {
    number: '1200',
    name: 'Engineering',
    head: 'Head of Engineering',
    lead: 'Lead Engineer',
    share: 16,
    titles: [
      'Mechanical Engineer',
      'Konstrukteurin',
      'Simulation Engineer',
      'Senior Engineer',
      'Werkstoffprüfer',
      'Engineer (R&D)',
    ],
  },
  {
    number: '1300',
    name: 'Production',
    head: 'Produktionsleitung',
    lead: 'Schichtleitung',
    share: 20,
    titles: [
      'Gießereimechaniker',
      'Emaillierer',
      'Zerspanungsmechanikerin',
      'Qualitätsprüferin',
      'Maschinenführer',
      'Auszubildende',
    ],
  },
  {
    number: '1400',
    name: 'Logistics',
    head: 'Head of Logistics',
    lead: 'Lagerleitung',
    share: 9,
    titles: ['Fachkraft für Lagerlogistik', 'Dispatcher', 'Customs Specialist', 'Fuhrparkkoordination'],
  },
  {
    number: '2100',
    name: 'Sales',
    head: 'Head of Sales',
    lead: 'Regional Manager',
    share: 13,
    titles: [
      'Account Manager',
      'Sales Representative',
      'Außendienst Süd',
      'Key Account Manager',
      'Sales Operations Analyst',
    ],
  },
  {
    number: '2200',
    name: 'Marketing',
    head: 'Head of Marketing',
    lead: 'Brand Manager',
    share: 7,
    titles: ['Copywriter', 'Social Media Manager', 'Recipe Editor', 'Events Manager', 'Übersetzerin'],
  },
  {
    number: '2300',
    name: 'Customer Care',
    head: 'Head of Customer Care',
    lead: 'Team Lead Care',
    share: 9,
    titles: ['Care Agent', 'Spare Parts Advisor', 'Complaints Specialist', 'Kundenbetreuung'],
  },
  {
    number: '3100',
    name: 'People & Culture',
    head: 'Head of People & Culture',
    lead: 'HR Business Partner',
    share: 5,
    titles: ['Recruiter', 'Payroll Specialist', 'Learning & Development', 'Personalreferentin'],
  },
  {
    number: '3200',
    name: 'Finance & Legal',
    head: 'Chief Financial Officer',
    lead: 'Controller',
    share: 6,
    titles: ['Accountant', 'Bilanzbuchhalter', 'Legal Counsel', 'Treasury Analyst', 'Purchasing'],
  },
  {
    number: '3300',
    name: 'IT',
    head: 'Head of IT',
    lead: 'IT Team Lead',
    share: 6,
    titles: ['System Administrator', 'Service Desk Agent', 'Software Developer', 'Network Engineer', 'Data Analyst'],
  },
];
